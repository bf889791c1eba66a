"""Where a file of an import and a form in it stand: closed lists."""

from enum import StrEnum


class FileState(StrEnum):
    """What became of a file."""

    WAITING = "waiting"
    READING = "reading"
    OPENED = "opened"
    IMPORTED = "imported"
    IN_DOUBT = "in-doubt"
    UNREADABLE = "unreadable"
    SKIPPED = "skipped"


class FormState(StrEnum):
    """What became of a form."""

    IMPORTED = "imported"
    IN_DOUBT = "in-doubt"
    SKIPPED = "skipped"


OPEN = (FileState.WAITING, FileState.READING)
"""These are still to be read; a file that was being read when the power went is read again."""

SHOWN = tuple(state for state in FileState if state is not FileState.OPENED)
"""An archive that was opened stands for nothing by itself."""


def file_state(forms: tuple[FormState, ...]) -> FileState:
    """Return what became of a file, by its forms.

    Example:
        >>> file_state((FormState.IMPORTED, FormState.IN_DOUBT)).value
        'in-doubt'
        >>> file_state((FormState.IMPORTED, FormState.SKIPPED)).value
        'imported'
    """
    for state in (FormState.IN_DOUBT, FormState.IMPORTED):
        if state in forms:
            return FileState(state.value)
    return FileState.SKIPPED
