"""Corrections put into a file of whatever kind."""

from jiheng.formats.errors import FormatError
from jiheng.formats.kinds import kind_of
from jiheng.model.edit import FieldEdit
from jiheng.rulebook.messages import say
from jiheng.writers.inplace.errors import Unwritable
from jiheng.writers.inplace.office_file import OfficeFile
from jiheng.writers.patched.edits import Patched, Refused, RefusedEdit
from jiheng.writers.patched.excel import ExcelPatch
from jiheng.writers.patched.word import WordPatch


def patch(data: bytes, edits: tuple[FieldEdit, ...], language: str = "zh") -> Patched:
    """Return the file with corrected values in it, and what became of each correction.

    A file that cannot be changed, or not be read, comes back as it is with every correction
    refused; nothing is raised.

    Args:
        data: a docx or xlsx file.
        edits: the corrections, in any order.
        language: of the reasons.
    """
    try:
        if kind_of(data) != "zip":
            return _untouched(data, edits, say("patch.other-format", language))
        with OfficeFile(data) as file:
            return _patched(data, file, edits, language)
    except (Unwritable, FormatError) as error:
        return _untouched(data, edits, error.said(language))


def _patched(data: bytes, file: OfficeFile, edits: tuple[FieldEdit, ...], language: str) -> Patched:
    work = WordPatch(file) if file.main.holds == "document" else ExcelPatch(file)
    made: list[FieldEdit] = []
    refused: list[RefusedEdit] = []
    for edit in edits:
        try:
            work.take(edit)
            made.append(edit)
        except Refused as error:
            refused.append(RefusedEdit(edit=edit, reason=error.sentence(language)))
    if made:
        work.write()
        data = file.render()
    return Patched(data=data, made=tuple(made), refused=tuple(refused))


def _untouched(data: bytes, edits: tuple[FieldEdit, ...], reason: str) -> Patched:
    return Patched(
        data=data, refused=tuple(RefusedEdit(edit=each, reason=reason) for each in edits)
    )
