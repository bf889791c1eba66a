"""The proposals written into a copy of the user's own file."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jiheng.formats.kinds import kind_of
from jiheng.model.edit import FieldEdit
from jiheng.model.repair import Cause, Repair
from jiheng.pipeline.naming import called
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import Telling, cause_of
from jiheng.writers.patched import Patched, RefusedEdit, patch


class NotApplied(Telling):
    """The proposals could not be written; the sentence says why."""


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
    target = _target(path, out, language)
    try:
        data = path.read_bytes()
        if kind_of(data) != "zip":
            raise NotApplied(phrase("repair.other-format", path=called(path)))
        patched = _patched(data, repairs, language)
        if patched.made:
            with target.open("xb") as file:
                file.write(patched.data)
    except FileExistsError as error:
        raise NotApplied(phrase("repair.exists", path=called(target))) from error
    except OSError as error:
        told = phrase("repair.unwritable", path=called(target), cause=cause_of(error))
        raise NotApplied(told) from error
    return Applied(
        path=target if patched.made else None, made=patched.made, refused=patched.refused
    )


def _patched(data: bytes, repairs: tuple[Repair, ...], language: str) -> Patched:
    """Return the file with the edits of every cause of which no edit is refused.

    Half of a cause would be worse than none: a sentence that quotes a total which stayed.
    """
    causes = tuple(_edits(cause) for each in repairs for cause in each.causes)
    patched = patch(data, tuple(edit for edits in causes for edit in edits), language)
    refused = {each.edit for each in patched.refused}
    whole = tuple(edit for edits in causes if refused.isdisjoint(edits) for edit in edits)
    if len(whole) == len(patched.made):
        return patched
    halves = tuple(edit for edit in patched.made if edit not in whole)
    reason = say("repair.half", language)
    return replace(
        patch(data, whole, language),
        refused=(*patched.refused, *(RefusedEdit(edit=each, reason=reason) for each in halves)),
    )


def _edits(cause: Cause) -> tuple[FieldEdit, ...]:
    return tuple(each.edit for each in cause.suggestions)


def _target(path: Path, out: Path | None, language: str) -> Path:
    name = say("repair.copy", language, name=path.stem) + path.suffix
    if out is None:
        return path.with_name(name)
    return out / name if out.is_dir() else out
