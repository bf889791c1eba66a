"""Answers to readings in doubt, taken back from the worksheet that asked for them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import Grid
from jiheng.model.form import Form
from jiheng.pipeline.field_kinds import field_text, filled, misfit
from jiheng.pipeline.naming import called
from jiheng.pipeline.opening import opened
from jiheng.rulebook.messages import say

LANGUAGES = ("zh", "en")
KEYS = ("form", "at", "answer")


class BadAnswers(ValueError):
    """A worksheet of answers cannot be used; the sentence says why."""


class Answer(Struct, frozen=True, kw_only=True):
    """What somebody says stands in one field.

    Attributes:
        form: the form's id; "" where the worksheet's cell is blank.
        at: the field's path.
        text: the right content; None for an empty field.
        row: row of the worksheet, from 1.
    """

    form: str
    at: str
    text: str | None
    row: int = 0


def read_answers(path: Path, language: str = "zh") -> tuple[Answer, ...]:
    """Return the answers of a filled worksheet; rows left open give none.

    Raises:
        BadAnswers: it is not a worksheet of doubts, or one field is answered in two ways.
        UnreadableInput: the file cannot be read at all.
    """
    sheets = [_answers(grid) for grid in opened(path, called(path)).grids]
    found = [sheet for sheet in sheets if sheet is not None]
    if not found:
        named = {key: say(f"doubts.{key}", language) for key in KEYS}
        raise BadAnswers(say("doubts.not-doubts", language, path=called(path), **named))
    answers = tuple(answer for sheet in found for answer in sheet)
    _check_agreement(answers, language)
    return answers


def _answers(grid: Grid) -> tuple[Answer, ...] | None:
    rows: dict[int, dict[int, str]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell.text
    blanks = {say("doubts.blank", language) for language in LANGUAGES}
    columns: dict[str, int] | None = None
    answers: list[Answer] = []
    for number, row in rows.items():
        if columns is None:
            columns = _columns(row)
            continue
        form, at, text = (row.get(columns[key], "").strip() for key in KEYS)
        if text:
            given = None if text in blanks else field_text(at, text)
            answers.append(Answer(form=form, at=at, text=given, row=number + 1))
    return None if columns is None else tuple(answers)


def _columns(row: dict[int, str]) -> dict[str, int] | None:
    """Return where form, field and answer stand when a row is the heading row."""
    for language in LANGUAGES:
        words = {say(f"doubts.{key}", language): key for key in KEYS}
        found = {words[text]: column for column, text in row.items() if text in words}
        if len(found) == len(KEYS):
            return found
    return None


def _check_agreement(answers: tuple[Answer, ...], language: str) -> None:
    first: dict[tuple[str, str], Answer] = {}
    for answer in answers:
        other = first.setdefault((answer.form, answer.at), answer)
        if other.text != answer.text:
            rows = {"row": str(answer.row), "other": str(other.row)}
            raise BadAnswers(say("doubts.two-answers", language, at=answer.at, **rows))


def answered(form: Form, answers: tuple[Answer, ...]) -> Form:
    """Return the form with the answers that fit in their fields, and their doubts closed."""
    fitting = [answer for answer in _of(form, answers) if not misfit(form, answer.at, answer.text)]
    for answer in fitting:
        form = filled(form, answer.at, answer.text)
    closed = {answer.at for answer in fitting}
    left = tuple(doubt for doubt in form.doubts if doubt.at not in closed)
    return replace(form, doubts=left)


def unfit(form: Form, answers: tuple[Answer, ...], language: str = "zh") -> Iterator[str]:
    """Yield a sentence for each answer that cannot stand in its field of this form."""
    for answer in _of(form, answers):
        why = misfit(form, answer.at, answer.text)
        if why is not None:
            cause = say(f"doubts.misfit-{why}", language)
            told = {"path": form.source.path, "at": answer.at, "text": answer.text or ""}
            yield say("doubts.bad-field", language, row=str(answer.row), cause=cause, **told)


def unclaimed(
    answers: tuple[Answer, ...], forms: Iterable[str], language: str = "zh"
) -> Iterator[str]:
    """Yield a sentence for each form that was answered for and is not among those read."""
    known = frozenset(forms)
    rows: dict[str, list[int]] = {}
    for answer in answers:
        if answer.form not in known:
            rows.setdefault(answer.form, []).append(answer.row)
    for form, numbers in rows.items():
        listed = say("cli.comma", language).join(map(str, numbers))
        yield say("doubts.unknown-form", language, rows=listed, form=called(form) or "—")


def _of(form: Form, answers: tuple[Answer, ...]) -> Iterator[Answer]:
    return (answer for answer in answers if answer.form == form.id)
