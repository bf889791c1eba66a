"""Old Word files and their like, turned by LibreOffice into what our own readers read."""

from jiheng.formats.errors import FormatError
from jiheng.readers.office.ahead import MOST_TOGETHER, convert_ahead, found_ahead, made_ahead
from jiheng.readers.office.conversion import OldKind, converted_all
from jiheng.readers.office.program import office_program
from jiheng.rulebook.phrases import phrase

__all__ = [
    "MOST_TOGETHER",
    "OldKind",
    "convert_ahead",
    "converted",
    "converted_all",
    "made_ahead",
    "office_program",
]


def converted(data: bytes, kind: OldKind) -> bytes:
    """Return a file as docx or xlsx, made now or ahead of its turn.

    Raises:
        FormatError: LibreOffice is not there, could not read the file, or ran into a limit.
    """
    made = found_ahead(data, kind)
    if made is None:
        (made,) = converted_all((data,), kind)
    if not made:
        raise FormatError(phrase("office.not-converted"))
    return made
