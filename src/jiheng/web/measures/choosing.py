"""A measure chosen for a row: one of ours, or one of the unit's own."""

from importlib.util import find_spec

import msgspec
from django.db import transaction
from msgspec import Struct

from jiheng.evidence.canonical import sha256_of
from jiheng.evidence.measures.interval import Interval, interval_of
from jiheng.evidence.measures.queries import queries_of, tables_of
from jiheng.evidence.measures.scaling import factor
from jiheng.model.ledger import Ledger
from jiheng.model.measure import Measure
from jiheng.rulebook.ledgers import LEDGER_IDS, load_ledger, parse_ledger
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.proofs import BadMeasure, load_measure, parse_measure
from jiheng.web import clock
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.rows import carried, moves_of
from jiheng.web.forms.saving import form_of, locked_record
from jiheng.web.journal.writing import note
from jiheng.web.measures.models import RowMeasure
from jiheng.web.people.models import Person

OWN_MEASURE, OWN_LEDGER = "measure.yaml", "ledger.yaml"
"""What the files of one's own are called in messages, when they were typed and have no name."""


class Choice(Struct, frozen=True, kw_only=True):
    """A measure with the documentation of the ledger that it asks."""

    measure: Measure
    ledger: Ledger


class NotThere(Exception):
    """The row is not where the page had it: rows were added, taken away or moved meanwhile."""


def ready(measure: str, year: int) -> Choice:
    """Return a measure that comes with Jiheng.

    Raises:
        BadMeasure: there is none of this id.
    """
    found = load_measure(measure)
    return _standing(Choice(measure=found, ledger=load_ledger(found.ledger)), year)


def own(measure: bytes, ledger: bytes, year: int) -> Choice:
    """Return a measure that a unit wrote.

    Args:
        measure: its YAML.
        ledger: YAML of the ledger's documentation; empty where a ledger of ours is asked.
        year: of the form.

    Raises:
        RulebookError: one of the two says something that cannot stand, or they do not fit.
        EvidenceError: a query is refused.
    """
    asked = parse_measure(measure, OWN_MEASURE)
    if ledger.strip():
        return _standing(Choice(measure=asked, ledger=parse_ledger(ledger, OWN_LEDGER)), year)
    if asked.ledger not in LEDGER_IDS:
        raise BadMeasure(phrase("measures.no-ledger", name=asked.ledger))
    return _standing(Choice(measure=asked, ledger=load_ledger(asked.ledger)), year)


def choose(person: Person, record: FormRecord, at: int, name: str, choice: Choice) -> RowMeasure:
    """Return a row's new measure; the one before is dropped. Who may is for the caller to ask.

    Args:
        person: who chooses.
        record: the form.
        at: the row's place among the indicators.
        name: what the page showed as the row's name.
        choice: the measure.

    Raises:
        NotThere: another row stands there by now.
    """
    with transaction.atomic():
        held = locked_record(record.pk)
        path = row_path(held, at, name)
        before = measure_of(held, path)
        digest = sha256_of(choice.measure)
        if before is not None and before.sha256 == digest:
            return before
        _drop(before)
        told = {"row": path, "name": name, "measure": choice.measure.title, "sha256": digest}
        note("choose-measure", held.number, person, told)
        return keep(held, path, name, choice, person)


def keep(
    record: FormRecord, path: str, name: str, choice: Choice, person: Person | None
) -> RowMeasure:
    """Return a measure that is kept with a row; the form is held."""
    return RowMeasure.objects.create(
        record=record,
        row=path,
        since=record.version,
        name=name[:300],
        measure=msgspec.json.encode(choice.measure).decode(),
        ledger=msgspec.json.encode(choice.ledger).decode(),
        sha256=sha256_of(choice.measure),
        chosen_by=person,
        chosen_at=clock.now(),
    )


def drop(person: Person, record: FormRecord, at: int, name: str) -> None:
    """Let a row have no measure; results that it had stay papers of the row.

    Raises:
        NotThere: another row stands there by now.
    """
    with transaction.atomic():
        held = locked_record(record.pk)
        path = row_path(held, at, name)
        before = measure_of(held, path)
        if before is not None:
            _drop(before)
            note("drop-measure", held.number, person, {"row": path, "name": name})


def measures_of(record: FormRecord) -> dict[str, RowMeasure]:
    """Return the measures of a form's rows by the rows' present paths."""
    found = RowMeasure.objects.filter(record=record, is_dropped=False).order_by("id")
    moves = moves_of(record)
    return {
        carried(each.row, (move for move in moves if move.number > each.since)): each
        for each in found.select_related("record", "chosen_by")
    }


def measure_of(record: FormRecord, path: str) -> RowMeasure | None:
    """Return the measure of a row, or None."""
    return measures_of(record).get(path)


def row_path(record: FormRecord, at: int, name: str) -> str:
    """Return the path of a row as the page showed it.

    Raises:
        NotThere: another row stands there by now.
    """
    rows = form_of(record).indicators
    if at >= len(rows) or rows[at].name != name:
        raise NotThere
    return f"indicators[{at}]"


def choice_of(chosen: RowMeasure) -> Choice:
    """Return a row's measure as it was chosen."""
    return Choice(
        measure=msgspec.json.decode(chosen.measure, type=Measure),
        ledger=msgspec.json.decode(chosen.ledger, type=Ledger),
    )


def days_of(measure: Measure, year: int) -> Interval:
    """Return the days that a measure of a form of a year is about.

    Raises:
        BadMeasure: a day is none, or the ends are the wrong way round.
    """
    return interval_of(measure, year)


def _drop(before: RowMeasure | None) -> None:
    if before is not None:
        RowMeasure.objects.filter(pk=before.pk).update(is_dropped=True)


def _standing(choice: Choice, year: int) -> Choice:
    """Return a measure of which every part fits its ledger; nothing is asked yet."""
    question, ledger = choice.measure.question, choice.ledger
    factor(question, choice.measure.unit, ledger)
    tables = frozenset(each.name for each in tables_of(question, ledger))
    queries = queries_of(question, ledger, days_of(choice.measure, year))
    if find_spec("sqlglot") is not None:
        # Not every server has it; whoever runs the measure has, and is refused there.
        from jiheng.evidence.gate import checked  # noqa: PLC0415

        for query in queries:
            checked(query, tables)
    return choice
