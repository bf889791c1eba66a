"""The proposals written into a copy of the user's own file."""

from pathlib import Path

from msgspec import Struct

from jiheng.formats.errors import FormatError
from jiheng.model.edit import FieldEdit
from jiheng.model.repair import Repair
from jiheng.pipeline.naming import called
from jiheng.rulebook.messages import say
from jiheng.writers.patched import RefusedEdit, patch

PATCHED = frozenset({".docx", ".xlsx", ".xlsm"})


class NotApplied(Exception):
    """The proposals could not be written; the sentence says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Applied(Struct, frozen=True, kw_only=True):
    """A copy of the file with the proposals in it.

    Attributes:
        path: the copy; None where no proposal could be written, so that there is none.
    """

    path: Path | None
    made: tuple[FieldEdit, ...]
    refused: tuple[RefusedEdit, ...]


def apply_repairs(
    path: Path, repairs: tuple[Repair, ...], out: Path | None, language: str = "zh"
) -> Applied:
    """Write a copy of a file with all proposed edits; neither the file nor any other is replaced.

    Args:
        path: the user's file.
        repairs: what is proposed for its forms.
        out: the copy, or a folder for it; None puts it beside the file.
        language: of the copy's name and of the reasons.

    Raises:
        NotApplied: the kind of file cannot be edited, or the copy cannot be written.
    """
    if path.suffix.lower() not in PATCHED:
        raise NotApplied(say("repair.other-format", language, path=called(path)))
    edits = tuple(edit for each in repairs for edit in each.edits)
    target = _target(path, out, language)
    try:
        patched = patch(path.read_bytes(), edits, language)
        if patched.made:
            with target.open("xb") as file:
                file.write(patched.data)
    except FileExistsError as error:
        raise NotApplied(say("repair.exists", language, path=called(target))) from error
    except (OSError, FormatError) as error:
        cause = getattr(error, "strerror", None) or getattr(error, "cause", str(error))
        values = {"path": called(target), "cause": cause}
        raise NotApplied(say("repair.unwritable", language, **values)) from error
    return Applied(
        path=target if patched.made else None, made=patched.made, refused=patched.refused
    )


def _target(path: Path, out: Path | None, language: str) -> Path:
    name = say("repair.copy", language, name=path.stem) + path.suffix
    if out is None:
        return path.with_name(name)
    return out / name if out.is_dir() else out
