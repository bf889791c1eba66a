"""What somebody has to say before a form can be stored, with the likely answers."""

from collections.abc import Iterator, Mapping

import msgspec
from msgspec import Struct

from jiheng.model.form import Doubt, Form
from jiheng.model.paths import value_at
from jiheng.pipeline.answers import Answer, answered, unfit
from jiheng.pipeline.field_kinds import field_text
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told
from jiheng.web.imports.models import BatchForm
from jiheng.writers.report.places import name_of, place_of
from jiheng.writers.report.voice import Voice

AT = "at:"
"""Before the path of a cell in doubt; the other keys are those below."""
YEAR, UNIT, PROJECT, OVER = "year", "unit", "project", "over"
LEAVE, NEW, WRITE = "leave", "new", "write"
EMPTY = "empty:"
"""The answer that a cell is blank."""


class Choice(Struct, frozen=True, kw_only=True):
    """One answer.

    Attributes:
        value: what is sent.
        note: what speaks for it.
    """

    value: str
    label: str
    note: str = ""


class Difference(Struct, frozen=True, kw_only=True):
    """A cell of which the platform and the file say two things.

    Attributes:
        is_held: it cannot be changed.
    """

    name: str
    there: str
    in_file: str
    is_held: bool = False


class Question(Struct, frozen=True, kw_only=True):
    """One thing to say.

    Attributes:
        path: the cell that it is about.
        place: where that stands in the file.
        choices: the likely answers, the likeliest first.
        is_open: whether one may write another answer.
        among: what one may choose from when one writes.
        differences: what the answer is about, and of how many more there are.
    """

    key: str
    title: str
    hint: str = ""
    path: str = ""
    place: str = ""
    choices: tuple[Choice, ...] = ()
    is_open: bool = False
    among: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    more: int = 0


def answers_of(row: BatchForm) -> dict[str, str]:
    """Return what was answered so far."""
    return msgspec.json.decode(row.answers, type=dict[str, str])


def read_form(row: BatchForm) -> Form:
    """Return the form as it was read, with the answers that fit in their cells."""
    form = msgspec.json.decode(row.document, type=Form)
    return answered(form, cell_answers(form, answers_of(row)))


def cell_answers(form: Form, given: Mapping[str, str]) -> tuple[Answer, ...]:
    """Return answers about cells as ``jiheng read --answers`` takes them."""
    return tuple(
        Answer(
            form=form.id,
            at=key.removeprefix(AT),
            text=None if text == EMPTY else field_text(key.removeprefix(AT), text),
        )
        for key, text in given.items()
        if key.startswith(AT)
    )


def misfits(form: Form, given: Mapping[str, str], language: str) -> tuple[str, ...]:
    """Return a sentence for each answer that cannot stand in its cell."""
    return tuple(unfit(form, cell_answers(form, given), language))


def cell_questions(form: Form, language: str) -> Iterator[Question]:
    """Yield a question for each cell in doubt, and for a project without a name."""
    voice = Voice(language=language)
    for doubt in form.doubts:
        yield Question(
            key=AT + doubt.at,
            title=name_of(form, doubt.at, voice),
            hint=say(f"doubts.reason-{doubt.reason}", language),
            path=doubt.at,
            place=place_of(form, doubt.at, voice) or "",
            choices=tuple(_readings(form, doubt, language)),
            is_open=True,
        )
    asked = {doubt.at for doubt in form.doubts}
    if form.project.name is None and form.kind != "department" and "project.name" not in asked:
        yield Question(
            key=f"{AT}project.name",
            title=voice.field("project.name"),
            hint=said("no-name", language),
            path="project.name",
            place=place_of(form, "project.name", voice) or "",
            is_open=True,
        )


def _readings(form: Form, doubt: Doubt, language: str) -> Iterator[Choice]:
    value = value_at(form, doubt.at)
    now = None if value is None else str(value)
    printed = doubt.text.strip()
    texts = dict.fromkeys(filter(None, (now, *doubt.candidates, printed)))
    for text in texts:
        yield Choice(value=text, label=text, note=_why(text, now, printed, language))
    yield Choice(value=EMPTY, label=said("blank", language))


def _why(text: str, now: str | None, printed: str, language: str) -> str:
    if text == now:
        return said("as-read", language)
    return said("as-printed", language) if text == printed else ""


def said(key: str, language: str, **values: Told) -> str:
    """Return a sentence of the imports' own."""
    return say(f"imports.{key}", language, **values)
