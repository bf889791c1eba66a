"""Where a read form stands: its unit, its project, and what is still to be asked."""

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import NOT_JUDGED, Form
from jiheng.pipeline.reading import with_pack
from jiheng.rulebook.phrases import Phrase, phrase
from jiheng.web.access.decide import Post
from jiheng.web.access.fetching import allowed_actions
from jiheng.web.access.situations import posts_of
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.imports.asking import (
    LEAVE,
    NEW,
    OVER,
    PROJECT,
    UNIT,
    WRITE,
    YEAR,
    Choice,
    Question,
    answers_of,
    cell_questions,
    read_form,
    said,
)
from jiheng.web.imports.merging import Merge, merge
from jiheng.web.imports.models import Batch, BatchForm
from jiheng.web.imports.names import plain
from jiheng.web.imports.overwriting import ask_over
from jiheng.web.imports.projects import LikeProject, ProjectMatch, match_project
from jiheng.web.imports.states import FormState
from jiheng.web.imports.units import Unit, UnitMatch, match_unit, units_within
from jiheng.web.people.models import Person


class Importer(Struct, frozen=True, kw_only=True):
    """Who imports, and where they may put a form."""

    person: Person
    posts: tuple[Post, ...]
    step: Step
    year: int | None
    units: tuple[Unit, ...]


class Standing(Struct, frozen=True, kw_only=True):
    """All that is known of a form.

    Attributes:
        left: why it is not imported; None where it is, or may be.
        questions: what is to be answered first; () where it can be stored.
        record: the form on the platform that it goes over; None where it is new.
    """

    form: Form
    left: Phrase | None = None
    questions: tuple[Question, ...] = ()
    organisation: int | None = None
    record: FormRecord | None = None
    merge: Merge | None = None


def importer_of(batch: Batch) -> Importer:
    """Return who an import is done by, with the posts that they hold now."""
    posts, step = posts_of(batch.by), Step(batch.step)
    return Importer(
        person=batch.by,
        posts=posts,
        step=step,
        year=batch.year,
        units=units_within(posts, step),
    )


def standing_of(row: BatchForm, importer: Importer, language: str = "zh") -> Standing:
    """Return where a form stands, with the answers that it has so far."""
    form, given = read_form(row), answers_of(row)
    if form.kind == "goal-table" and importer.step is Step.TARGET_DRAFT:
        # Targets that are declared grow into the form that is evaluated.
        form = replace(form, kind="self-evaluation", layout=None)
    if form.kind in NOT_JUDGED:
        return Standing(form=form, left=phrase("imports.left-kind", title=form.title or form.kind))
    if LEAVE in given.values():
        return Standing(form=form, left=phrase("imports.left-chosen"))
    questions = list(cell_questions(form, language))
    form, asked = _with_year(form, importer, given.get(YEAR), language)
    unit, asked_too = _unit(form, importer, given.get(UNIT), language)
    questions += [*asked, *asked_too]
    form = with_pack(form).form
    known = Standing(form=form, questions=tuple(questions), organisation=unit)
    if unit is None or form.year is None or asked:
        return known
    return _placed(known, row, importer, language)


def _with_year(
    form: Form, importer: Importer, given: str | None, language: str
) -> tuple[Form, list[Question]]:
    """Return the form with its year; a file that contradicts the import has to be looked at."""
    if given is not None and given.isdecimal():
        return replace(form, year=int(given)), []
    wanted = importer.year or form.year
    if wanted is not None and form.year in {None, wanted}:
        return replace(form, year=wanted), []
    choices = [
        Choice(value=str(year), label=str(year), note=said(key, language))
        for year, key in ((form.year, "year-of-file"), (importer.year, "year-of-batch"))
        if year is not None
    ]
    question = Question(
        key=YEAR,
        title=said("ask.year", language),
        hint=said("ask.year-hint", language) if choices else said("ask.no-year", language),
        choices=tuple(choices),
        is_open=True,
    )
    return form, [question]


def _unit(
    form: Form, importer: Importer, given: str | None, language: str
) -> tuple[int | None, list[Question]]:
    """Return the organisation, answered or matched; or the question which it is."""
    if given is not None:
        for unit in importer.units:
            if given == str(unit.key) or plain(given) == unit.plain:
                return unit.key, []
    found = match_unit(form, importer.units)
    if found.key is not None:
        return found.key, []
    return None, [_which_unit(found, importer, language)]


def _which_unit(found: UnitMatch, importer: Importer, language: str) -> Question:
    key = "ask.unit-hint" if found.named else "ask.no-unit"
    return Question(
        key=UNIT,
        title=said("ask.unit", language),
        hint=said(key, language, name=found.named),
        choices=tuple(Choice(value=str(unit.key), label=unit.name) for unit in found.candidates),
        is_open=True,
        among=tuple(unit.name for unit in importer.units),
    )


def _placed(known: Standing, row: BatchForm, importer: Importer, language: str) -> Standing:
    """Return the standing of a form whose unit and year are known."""
    if known.organisation is None or known.form.year is None:
        return known
    double = (
        BatchForm.objects.filter(
            organisation_id=known.organisation, digest=row.digest, state=FormState.IMPORTED
        )
        .exclude(pk=row.pk)
        .select_related("file", "record")
        .first()
    )
    if double is not None:
        number = double.record.number if double.record else ""
        same = phrase("imports.same-form", path=double.file.path, number=number)
        return replace(known, left=same, questions=(), record=double.record)
    found = match_project(known.form, known.organisation, known.form.year)
    chosen = answers_of(row).get(PROJECT)
    record = found.record or _chosen(chosen, known.organisation)
    if record is not None:
        return _over(replace(known, record=record), row, importer, language)
    if found.candidates and chosen != NEW:
        return replace(known, questions=(*known.questions, _which_project(found, language)))
    return known


def _chosen(number: str | None, organisation: int) -> FormRecord | None:
    return FormRecord.objects.filter(organisation_id=organisation, number=number or "").first()


def _which_project(found: ProjectMatch, language: str) -> Question:
    choices = [
        Choice(value=each.number, label=each.project, note=_money(each, language))
        for each in found.candidates
    ]
    choices.append(Choice(value=NEW, label=said("project-new", language)))
    return Question(
        key=PROJECT,
        title=said("ask.project", language),
        hint=said("ask.project-hint", language),
        choices=tuple(choices),
    )


def _money(each: LikeProject, language: str) -> str:
    if each.is_same_budget is None:
        return each.number
    key = "budget-same" if each.is_same_budget else "budget-other"
    return said(key, language, budget=each.budget)


def _over(known: Standing, row: BatchForm, importer: Importer, language: str) -> Standing:
    """Return the standing of a form that goes over one that is there."""
    record = known.record
    if record is None:
        return known
    there = form_of(record)
    may = Action.IMPORT in allowed_actions(importer.person, record)
    writable = open_paths(there, record, returned_cells(record)) if may else frozenset[str]()
    laid = merge(there, known.form, writable)
    if writable and laid.is_plain and not laid.changes:
        same = phrase("imports.same-record", number=record.number)
        return replace(known, left=same, questions=())
    known = replace(known, merge=laid)
    if answers_of(row).get(OVER) == WRITE and laid.changes:
        return known
    asked = ask_over(laid, record, row, writable, language)
    return replace(known, questions=(*known.questions, *((asked,) if asked else ())))
