"""What was read, and what would become of it, for people."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.formats.apart.told import said
from jiheng.model.form import Doubt, Form
from jiheng.model.paths import value_at
from jiheng.web.forms.saving import form_of
from jiheng.web.prefill.models import Intake, ReadForm
from jiheng.web.prefill.planning import Outcome, Plan, plan
from jiheng.web.prefill.reading import form_in
from jiheng.writers.report.places import name_of
from jiheng.writers.report.voice import Voice


class Apart(Struct, frozen=True, kw_only=True):
    """A cell of which the file and the form that is there say two things."""

    name: str
    there: str
    file: str


class Doubtful(Struct, frozen=True, kw_only=True):
    """A cell that the reader was not sure of."""

    name: str
    text: str
    candidates: tuple[str, ...]


class Shown(Struct, frozen=True, kw_only=True):
    """A form that was read, as the page shows it.

    Attributes:
        plan: what would become of it; None where nothing can, or it has become something.
    """

    row: ReadForm
    refused: str = ""
    project: str = ""
    year: int | None = None
    count: int = 0
    plan: Plan | None = None
    doubts: tuple[Doubtful, ...] = ()
    others: tuple[Apart, ...] = ()
    held: tuple[Apart, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether there is anything to do with it."""
        return self.plan is not None and self.plan.outcome in {Outcome.DRAFT, Outcome.FILL}


def shown(intake: Intake, language: str) -> Iterator[Shown]:
    """Yield what was read, in the order of the files."""
    rows = ReadForm.objects.filter(intake=intake).select_related("file", "record")
    for row in rows:
        if row.document:
            yield _form(row, intake, language)
        else:
            yield Shown(row=row, refused=said(row.refused, language))


def _form(row: ReadForm, intake: Intake, language: str) -> Shown:
    form, voice = form_in(row), Voice(language=language)
    planned = None if row.record else plan(form, intake.organisation, intake.year)
    others, held = _apart(planned, voice) if planned else ((), ())
    return Shown(
        row=row,
        project=form.project.name or form.title or "",
        year=form.year,
        count=len(form.indicators),
        plan=planned,
        doubts=tuple(_doubtful(each, form, voice) for each in form.doubts),
        others=others,
        held=held,
    )


def _apart(planned: Plan, voice: Voice) -> tuple[tuple[Apart, ...], tuple[Apart, ...]]:
    if planned.record is None:
        return (), ()
    there = form_of(planned.record)
    others = tuple(
        Apart(name=name_of(there, each.path, voice), there=each.old or "", file=each.new or "")
        for each in planned.others
    )
    held = tuple(
        Apart(
            name=name_of(there, each.path, voice),
            there=str(value_at(there, each.path) or ""),
            file=each.new or "",
        )
        for each in planned.held
    )
    return others, held


def _doubtful(doubt: Doubt, form: Form, voice: Voice) -> Doubtful:
    return Doubtful(
        name=name_of(form, doubt.at, voice), text=doubt.text, candidates=doubt.candidates
    )
