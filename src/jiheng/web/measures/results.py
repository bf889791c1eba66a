"""The result of a measure: checked against what was chosen, kept as a paper of its row."""

import re
from collections.abc import Iterator

import msgspec
from django.db import transaction
from msgspec import Struct

from jiheng.evidence.canonical import sha256_of
from jiheng.evidence.measures.agreeing import computed
from jiheng.evidence.measures.queries import tables_of
from jiheng.model.measure import Measured
from jiheng.model.papers import PaperSeen, ValueSeen
from jiheng.rulebook.decoding import fault_of
from jiheng.rulebook.phrases import Phrase, phrase, series
from jiheng.rulebook.telling import Telling
from jiheng.web import clock
from jiheng.web.evidence.keeping import attach
from jiheng.web.files.storing import store
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.rows import carried, moves_of
from jiheng.web.forms.saving import locked_record
from jiheng.web.journal.writing import note
from jiheng.web.measures.choosing import Choice, choice_of, days_of
from jiheng.web.measures.models import RowMeasure, RowResult
from jiheng.web.people.models import Person

MOST_BYTES = 1 << 20
_OF_ROW = "indicators["
_VALUE = re.compile(r"-?\d{1,60}(\.\d{1,20})?|\d{4}-\d{2}(-\d{2})?")
_SHOWN = 60


class BadResult(Telling):
    """A file that is no result of the row's measure."""


class Bringing(Struct, frozen=True, kw_only=True):
    """A result as it comes.

    Attributes:
        source: name of the configured ledger that the server read; "" where it was handed in.
    """

    result: Measured
    person: Person
    source: str = ""


def read_result(data: bytes, chosen: RowMeasure) -> Measured:
    """Return the result that a file holds, once all of it fits the measure that was chosen.

    Raises:
        BadResult: it is none, or of another measure or year, or was changed by hand.
    """
    if len(data) > MOST_BYTES:
        raise BadResult(phrase("measures.result-large", most=str(MOST_BYTES >> 10)))
    try:
        result = msgspec.json.decode(data, type=Measured)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadResult(phrase("measures.result-unread", cause=fault_of(error))) from error
    fault = next(_faults(result, chosen), None)
    if fault is not None:
        raise BadResult(fault)
    return result


def bring(chosen: RowMeasure, bringing: Bringing) -> RowResult:
    """Return a result that is kept, and is a paper of its row from now on.

    Raises:
        BadResult: the row was taken away, or has another measure by now.
    """
    result = bringing.result
    data = msgspec.json.format(msgspec.json.encode(result), indent=1)
    file = store((data,), f"{result.measure.id}-{result.until[:4]}.json", bringing.person)
    with transaction.atomic():
        record = locked_record(chosen.record.pk)
        chosen.refresh_from_db(fields=["is_dropped"])
        row = present_row(chosen, record)
        if chosen.is_dropped or not row.startswith(_OF_ROW):
            raise BadResult(phrase("measures.result-late"))
        kept = RowResult.objects.create(
            chosen=chosen,
            document=data.decode(),
            file=file,
            source=bringing.source,
            brought_by=bringing.person,
            brought_at=clock.now(),
        )
        told = {"row": row, "measure": result.measure.title, "value": valued(result)}
        told |= {"ledger": bringing.source, "sha256": file.sha256}
        note("bring-result", record.number, bringing.person, told)
        attach(bringing.person, record, row, file, _seen(result))
    return kept


def results_of(chosen: RowMeasure) -> tuple[RowResult, ...]:
    """Return what came of a row's measure, the latest first."""
    found = RowResult.objects.filter(chosen=chosen).select_related("file", "brought_by")
    return tuple(found)


def result_in(kept: RowResult) -> Measured:
    """Return the result that is kept."""
    return msgspec.json.decode(kept.document, type=Measured)


def present_row(chosen: RowMeasure, record: FormRecord) -> str:
    """Return where a measure's row is by now."""
    return carried(chosen.row, moves_of(record, chosen.since))


def valued(result: Measured) -> str:
    """Return a value with its unit, as a cell of a form has it."""
    return f"{result.value}{result.unit or ''}"


def _seen(result: Measured) -> PaperSeen:
    asked = result.measure
    value = ValueSeen(measure=asked.id, value=result.value, unit=result.unit, feeds=asked.feeds)
    return PaperSeen(kind="document", measured=value)


def _faults(result: Measured, chosen: RowMeasure) -> Iterator[Phrase]:
    """Yield what does not fit; the most telling first."""
    choice = choice_of(chosen)
    if result.measure.id != choice.measure.id:
        values = {"theirs": result.measure.id, "ours": choice.measure.id}
        yield phrase("measures.result-other", **values)
    if sha256_of(result.measure) != result.measure_sha256:
        yield phrase("proof.bad-measure-hash")
    if result.measure_sha256 != chosen.sha256:
        yield phrase("measures.result-changed", id=choice.measure.id)
    days = days_of(choice.measure, chosen.record.year)
    if (result.since, result.until) != (days.since.isoformat(), days.until.isoformat()):
        wanted = {"since": days.since.isoformat(), "until": days.until.isoformat()}
        yield phrase("measures.result-period", **wanted, first=result.since, last=result.until)
    yield from _value_faults(result, choice)


def _value_faults(result: Measured, choice: Choice) -> Iterator[Phrase]:
    measure = choice.measure
    tables = {each.name for each in tables_of(measure.question, choice.ledger)}
    used = {each.name for each in result.tables}
    if used != tables or min((each.rows for each in result.tables), default=-1) < 0:
        yield phrase("measures.result-tables", tables=series(sorted(tables)))
    is_value = result.exact and result.unit == measure.unit and _VALUE.fullmatch(result.value)
    if not is_value or result.value != computed(result, choice.ledger):
        value = f"{result.value[:_SHOWN]}{result.unit or ''}"
        yield phrase("measures.result-arithmetic", value=value)
