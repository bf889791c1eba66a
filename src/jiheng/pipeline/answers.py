"""Answers to readings in doubt, taken back from the worksheet that asked for them."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.document import Grid
from jiheng.model.form import Form
from jiheng.model.paths import NoSuchField, with_value
from jiheng.readers.opening import open_document
from jiheng.rulebook.messages import say

LANGUAGES = ("zh", "en")
KEYS = ("form", "at", "answer")


class BadAnswers(ValueError):
    """A worksheet of answers cannot be used; the sentence says why."""


class Answer(Struct, frozen=True, kw_only=True):
    """What somebody says stands in one field.

    Attributes:
        form: the form's id.
        at: the field's path.
        text: the right content; None for an empty field.
    """

    form: str
    at: str
    text: str | None


def read_answers(path: Path) -> tuple[Answer, ...]:
    """Return the answers of a filled worksheet; rows left open give none.

    Raises:
        BadAnswers: it is not a worksheet of doubts.
        UnreadableInput: the file cannot be read at all.
    """
    for grid in open_document(path).grids:
        found = _answers(grid)
        if found is not None:
            return found
    named = {key: say(f"doubts.{key}") for key in KEYS}
    raise BadAnswers(say("doubts.not-doubts", path=str(path), **named))


def _answers(grid: Grid) -> tuple[Answer, ...] | None:
    rows: dict[int, dict[int, str]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell.text
    blanks = {say("doubts.blank", language) for language in LANGUAGES}
    columns: dict[str, int] | None = None
    answers: list[Answer] = []
    for row in rows.values():
        if columns is None:
            columns = _columns(row)
            continue
        form, at, text = (row.get(columns[key], "").strip() for key in KEYS)
        if form and at and text:
            answers.append(Answer(form=form, at=at, text=None if text in blanks else text))
    return None if columns is None else tuple(answers)


def _columns(row: dict[int, str]) -> dict[str, int] | None:
    """Return where form, field and answer stand when a row is the heading row."""
    for language in LANGUAGES:
        words = {say(f"doubts.{key}", language): key for key in KEYS}
        found = {words[text]: column for column, text in row.items() if text in words}
        if len(found) == len(KEYS):
            return found
    return None


def answered(form: Form, answers: tuple[Answer, ...]) -> Form:
    """Return the form with the answers in their fields and their doubts closed.

    Raises:
        BadAnswers: an answer names a field that the form does not have.
    """
    for answer in answers:
        if answer.form != form.id:
            continue
        try:
            form = with_value(form, answer.at, answer.text)
        except NoSuchField as error:
            values = {"path": form.source.path, "at": answer.at, "cause": str(error)}
            raise BadAnswers(say("doubts.bad-field", **values)) from error
        left = tuple(doubt for doubt in form.doubts if doubt.at != answer.at)
        form = replace(form, doubts=left)
    return form
