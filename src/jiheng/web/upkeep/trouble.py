"""Why an errand of upkeep was not done.

Trouble
├── DamagedArchive   a backup that is not as it was written
├── NewerData        data of a newer version of the program
├── NotEmpty         a restore would replace what is there
└── BrokenJournal    the journal of a backup does not hang together
"""

from jiheng.rulebook.telling import Telling


class Trouble(Telling):
    """An errand that was not done; the old state stands."""


class DamagedArchive(Trouble):
    """A backup that is not as it was written."""


class NewerData(Trouble):
    """Data of a newer version of the program."""


class NotEmpty(Trouble):
    """A restore would replace what is there."""


class BrokenJournal(Trouble):
    """The journal of a backup does not hang together."""
