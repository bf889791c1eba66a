"""The exceptions of the readers.

UnreadableInput    a file cannot be read; the sentence says which file and why
"""

from jiheng.rulebook.telling import Telling


class UnreadableInput(Telling):
    """A file that cannot be read; the sentence names the file and the cause."""
