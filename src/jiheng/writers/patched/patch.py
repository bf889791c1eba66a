"""Corrections put into a file of whatever kind."""

from jiheng.model.edit import FieldEdit
from jiheng.rulebook.messages import say
from jiheng.writers.patched.edits import Patched, RefusedEdit


def patch(data: bytes, edits: tuple[FieldEdit, ...], language: str = "zh") -> Patched:
    """Return the file with corrected values in it, and what became of each correction.

    Args:
        data: a docx or xlsx file.
        edits: the corrections, in any order.
        language: of the reasons.

    Raises:
        FormatError: the file is damaged or unsafe.
    """
    reason = say("patch.other-format", language)
    return Patched(
        data=data, refused=tuple(RefusedEdit(edit=each, reason=reason) for each in edits)
    )
