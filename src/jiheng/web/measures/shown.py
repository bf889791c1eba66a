"""What the pages of measures show."""

from collections.abc import Iterator

import msgspec
from django.conf import settings
from django.http import Http404
from msgspec import Struct

from jiheng.evidence.canonical import sha256_of
from jiheng.evidence.measures.queries import queries_of
from jiheng.evidence.replaying import Change
from jiheng.formats.apart.told import said
from jiheng.model.form import Form, Indicator
from jiheng.model.measure import Measured, Remark, Sql
from jiheng.rulebook.ledgers import LEDGER_IDS
from jiheng.rulebook.messages import say
from jiheng.rulebook.titles import title_in
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.measures.choosing import Choice, choice_of, days_of, measures_of
from jiheng.web.measures.models import RowMeasure, RowResult, Run
from jiheng.web.measures.results import result_in, results_of, valued
from jiheng.web.measures.running import ahead_of, changes_in, last_run
from jiheng.web.measures.sources import BadSources, ServedLedger, ledgers_for
from jiheng.web.measures.taking import may_take
from jiheng.web.measures.wording import Line, TableNeeded, lines_of, needed

_TO_THE_MINUTE = len("2026-01-01T00:00")


class MeasuredRow(Struct, frozen=True, kw_only=True):
    """A row of a form with its measure.

    Attributes:
        at: its place among the indicators.
        actual: what the form says was done.
        value: the last measured value; None where nothing was measured.
    """

    at: int
    row: Indicator
    chosen: RowMeasure | None
    title: str
    value: str | None

    @property
    def actual(self) -> str:
        """What the form says was done."""
        return self.row.actual or ""

    @property
    def target(self) -> str:
        """The target that counts."""
        return self.row.adjusted_target or self.row.target or ""

    @property
    def agrees(self) -> bool:
        """Whether the form says what was measured."""
        return self.value is not None and self.value == self.actual


class ShownMeasure(Struct, frozen=True, kw_only=True):
    """A measure as its page shows it.

    Attributes:
        system: whose ledger it asks.
        has_own_ledger: its ledger's documentation is one of the unit's own.
        command: what is run where the data are.
    """

    chosen: RowMeasure
    choice: Choice
    title: str
    system: str
    lines: tuple[Line, ...]
    queries: tuple[str, ...]
    tables: tuple[TableNeeded, ...]
    has_own_ledger: bool
    command: str

    @property
    def is_sql(self) -> bool:
        """Whether nothing but its SQL says what is asked."""
        return isinstance(self.choice.measure.question, Sql)


class ShownResult(Struct, frozen=True, kw_only=True):
    """A result as its page shows it.

    Attributes:
        at: when it was measured, UTC.
        remarks: what its reader should know of the data.
        has_other_ledger: it was computed by another documentation of the ledger.
    """

    kept: RowResult
    result: Measured
    value: str
    at: str
    remarks: tuple[str, ...]
    has_other_ledger: bool


class ShownRun(Struct, frozen=True, kw_only=True):
    """What the worker does, or did, for a row.

    Attributes:
        ahead: how many wait before it.
        refused: why there is no value; "" where there is, or where it is not known yet.
        changes: what was not as before.
    """

    run: Run
    ahead: int
    refused: str
    changes: tuple[str, ...]


class Served(Struct, frozen=True, kw_only=True):
    """The ledgers that the server may read for a row.

    Attributes:
        is_broken: whoever runs the server has to mend its file.
    """

    ledgers: tuple[ServedLedger, ...] = ()
    is_broken: bool = False


def rows_shown(record: FormRecord, language: str) -> tuple[MeasuredRow, ...]:
    """Return the rows of a form, with their measures."""
    form, chosen = form_of(record), measures_of(record)
    return tuple(
        _row(form, at, chosen.get(f"indicators[{at}]"), language)
        for at in range(len(form.indicators))
    )


def row_shown(record: FormRecord, at: int, language: str) -> MeasuredRow:
    """Return one row of a form.

    Raises:
        Http404: the form has no such row.
    """
    form = form_of(record)
    if at >= len(form.indicators):
        raise Http404
    return _row(form, at, measures_of(record).get(f"indicators[{at}]"), language)


def can_take(record: FormRecord, at: int) -> bool:
    """Whether the value can be taken over into a row now."""
    return may_take(form_of(record), record, at)


def measure_shown(chosen: RowMeasure, language: str) -> ShownMeasure:
    """Return a measure in words, with its queries and what runs it."""
    choice, year = choice_of(chosen), chosen.record.year
    days = days_of(choice.measure, year)
    return ShownMeasure(
        chosen=chosen,
        choice=choice,
        title=title_in(choice.measure, language),
        system=title_in(choice.ledger, language),
        lines=lines_of(choice, days, language),
        queries=queries_of(choice.measure.question, choice.ledger, days),
        tables=needed(choice, days),
        has_own_ledger=has_own_ledger(choice),
        command=_command(choice, year, language),
    )


def has_own_ledger(choice: Choice) -> bool:
    """Whether the ledger's documentation is one of the unit's own."""
    return choice.measure.ledger not in LEDGER_IDS


def results_shown(chosen: RowMeasure, language: str) -> tuple[ShownResult, ...]:
    """Return what came of a measure, the latest first."""
    ledger = sha256_of(choice_of(chosen).ledger)
    return tuple(_result(each, ledger, language) for each in results_of(chosen))


def run_shown(chosen: RowMeasure, language: str) -> ShownRun | None:
    """Return what the worker does for a row, or did last; None where it never did."""
    run = last_run(chosen)
    if run is None:
        return None
    return ShownRun(
        run=run,
        ahead=ahead_of(run),
        refused=said(run.told, language),
        changes=tuple(_changed(each, language) for each in changes_in(run)),
    )


def served_for(record: FormRecord, chosen: RowMeasure) -> Served:
    """Return the ledgers that the server may read for a row's measure."""
    try:
        found = ledgers_for(settings.CONFIG.data, record, choice_of(chosen))
    except BadSources:
        return Served(is_broken=True)
    return Served(ledgers=found)


def measure_file(choice: Choice) -> bytes:
    """Return a measure as the file that is run where the data are."""
    return msgspec.yaml.encode(choice.measure)


def ledger_file(choice: Choice) -> bytes:
    """Return the documentation of a measure's ledger as a file."""
    return msgspec.yaml.encode(choice.ledger)


def _row(form: Form, at: int, chosen: RowMeasure | None, language: str) -> MeasuredRow:
    results = results_of(chosen) if chosen else ()
    return MeasuredRow(
        at=at,
        row=form.indicators[at],
        chosen=chosen,
        title=title_in(choice_of(chosen).measure, language) if chosen else "",
        value=valued(result_in(results[0])) if results else None,
    )


def _command(choice: Choice, year: int, language: str) -> str:
    """Ids of measures and ledgers hold nothing that a shell would read otherwise."""
    name, folder = choice.measure.id, say("measures.folder", language)
    schema = f" --schema {choice.ledger.system}.yaml" if has_own_ledger(choice) else ""
    asked = f"jiheng measure run {name}.yaml --ledger {folder} --year {year}"
    return f"{asked}{schema} -o {name}-{year}.json"


def _result(kept: RowResult, ledger: str, language: str) -> ShownResult:
    result = result_in(kept)
    return ShownResult(
        kept=kept,
        result=result,
        value=valued(result),
        at=result.at[:_TO_THE_MINUTE].replace("T", " "),
        remarks=tuple(_remarked(result.remarks, language)),
        has_other_ledger=result.ledger_sha256 != ledger,
    )


def _remarked(remarks: tuple[Remark, ...], language: str) -> Iterator[str]:
    for each in remarks:
        first = str(each.first)
        where = "" if each.first is None else say("proof.remark-where", language, first=first)
        yield say(
            f"proof.remark-{each.kind}",
            language,
            table=each.table,
            column=each.column or "",
            count=str(each.count),
            where=where,
        )


def _changed(change: Change, language: str) -> str:
    if change.kind == "remarks":
        return say("measures.change-remarks", language)
    key = "different" if change.kind == "value" else f"change-{change.kind}"
    nothing = say("proof.none", language)
    values = {"before": change.before or nothing, "after": change.after or nothing}
    return say(f"proof.{key}", language, **values, table=change.table or "")
