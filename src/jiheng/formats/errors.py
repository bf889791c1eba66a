"""The exception of this layer.

FormatError    a file breaks a limit or the rules of its format
"""

from jiheng.rulebook.telling import Telling


class FormatError(Telling):
    """A file that cannot be read; the clause says why, without the file's name."""
