"""What came of the files of a run: read, in doubt, refused, and why."""

from typing import Literal

from msgspec import Struct

from jiheng.model.document import Format

FileState = Literal["read", "doubtful", "refused", "repeated", "skipped"]
"""``doubtful``: read, with doubts; ``repeated``: it says the same as an earlier file."""


class FileLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file.

    Attributes:
        path: as the user gave it; an archive's files stand below its name.
        kind: None where it was not opened.
        reason: why it was refused or left out; "" where it was read.
        seconds: of the processor; None where nobody counted.
    """

    path: str
    state: FileState
    kind: Format | None = None
    forms: int = 0
    doubts: int = 0
    reason: str = ""
    seconds: float | None = None


class ReadingReport(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.reading/1",
):
    """All files of a run in their order, those that were skipped last."""

    files: tuple[FileLine, ...]

    def count(self, state: FileState) -> int:
        """Return how many files came to this."""
        return sum(line.state == state for line in self.files)

    @property
    def forms(self) -> int:
        """How many forms were read."""
        return sum(line.forms for line in self.files)

    @property
    def doubts(self) -> int:
        """How many readings are in doubt."""
        return sum(line.doubts for line in self.files)

    @property
    def seconds(self) -> float:
        """The processor's seconds of all files."""
        return sum(line.seconds or 0.0 for line in self.files)
