"""The measures of a form's rows: chosen, their results handed in or computed by the server."""

from datetime import datetime
from typing import Annotated, cast

from django.http import FileResponse, Http404, HttpRequest
from msgspec import Meta
from ninja import Body, File, UploadedFile
from pydantic import Field

from jiheng.model.measure import Measured
from jiheng.rulebook.shelf import LARGEST_FILE
from jiheng.web.api.operations.around import (
    Number,
    Somebody,
    attached,
    forbidden,
    moment,
    seen,
    somebody,
)
from jiheng.web.api.registry import YAML, Operation
from jiheng.web.api.wire import Line, Wire
from jiheng.web.forms.models import FormRecord
from jiheng.web.language import language_of
from jiheng.web.measures.choosing import choice_of, choose, drop, own, ready
from jiheng.web.measures.models import RowMeasure, RowResult, Run
from jiheng.web.measures.permission import may_measure
from jiheng.web.measures.results import (
    MOST_BYTES,
    Bringing,
    bring,
    read_result,
    results_of,
    valued,
)
from jiheng.web.measures.running import Asking, ask
from jiheng.web.measures.shown import (
    MeasuredRow,
    measure_file,
    result_in,
    row_shown,
    rows_shown,
    run_shown,
)
from jiheng.web.pages.visitor import visitor

At = Annotated[int, Field(ge=0, lt=10_000)]
_Yaml = Annotated[str, Meta(max_length=LARGEST_FILE)]


class ResultKept(Wire, frozen=True, kw_only=True):
    """What came of a measure.

    Attributes:
        result: the document of ``jiheng measure``, ``jiheng.measured/1``, as text.
        source: name of the ledger that the server read; "" where the result was handed in.
    """

    key: int
    value: str
    result: str
    source: str
    by: Somebody
    at: datetime


class RunSeen(Wire, frozen=True, kw_only=True):
    """What the worker computes, or computed last.

    Attributes:
        ahead: how many wait before it.
        refused: why there is no value, as a sentence.
        is_same: whether the value was the same when it was computed again.
        changes: what was not as before, a sentence each.
    """

    source: str
    asked_at: datetime | None
    ended_at: datetime | None
    ahead: int
    refused: str
    is_same: bool | None
    changes: tuple[str, ...]


class RowMeasured(Wire, frozen=True, kw_only=True):
    """A row with its measure.

    Attributes:
        at: its place among the indicators, from 0.
        measure: id of its measure; "" where it has none.
        sha256: of the measure's canonical text.
        results: the latest first.
    """

    at: int
    name: str
    actual: str
    measure: str
    title: str
    sha256: str
    results: tuple[ResultKept, ...]
    run: RunSeen | None


class RowsMeasured(Wire, frozen=True, kw_only=True):
    """The rows of a form, with their measures."""

    items: tuple[RowMeasured, ...]


class Choosing(Wire, frozen=True, kw_only=True):
    """Which measure a row is to have; none where neither is given.

    Attributes:
        name: of the row, so that another one that stands there by now gets none.
        id: of a measure that comes with Jiheng.
        measure: YAML of one's own.
        ledger: YAML of its ledger's documentation, where that is one's own, too.
    """

    name: Line
    id: Line = ""
    measure: _Yaml = ""
    ledger: _Yaml = ""


class RunWanted(Wire, frozen=True, kw_only=True):
    """From which ledger on the server a row's measure is to be computed.

    Attributes:
        again: the last result is computed again, and nothing is kept but what changed.
    """

    source: Line
    again: bool = False


def form_measures(request: HttpRequest, number: Number) -> RowsMeasured:
    """Return the rows of a form with their measures and what came of them."""
    language = language_of(request)
    rows = rows_shown(seen(request, number), language)
    return RowsMeasured(items=tuple(_row(each, language) for each in rows))


def measure_yaml(request: HttpRequest, number: Number, at: At) -> FileResponse:
    """Return the file of a row's measure, as it is run where the data are."""
    record = _open(request, number)
    choice = choice_of(_chosen(request, record, at))
    return attached(measure_file(choice), f"{choice.measure.id}.yaml", YAML)


def choose_measure(
    request: HttpRequest, number: Number, at: At, wanted: Body[Choosing]
) -> RowMeasured:
    """Let a row have a measure, another one, or none."""
    person, record = visitor(request), _open(request, number)
    row_shown(record, at, language_of(request))
    if wanted.id:
        choose(person, record, at, wanted.name, ready(wanted.id, record.year))
    elif wanted.measure:
        texts = (wanted.measure.encode(), wanted.ledger.encode())
        choose(person, record, at, wanted.name, own(*texts, record.year))
    else:
        drop(person, record, at, wanted.name)
    return _row(row_shown(record, at, language_of(request)), language_of(request))


def hand_result(
    request: HttpRequest, number: Number, at: At, file: File[UploadedFile]
) -> ResultKept:
    """Hand in the result of a row's measure."""
    chosen = _chosen(request, _open(request, number), at)
    result = read_result(file.read(MOST_BYTES + 1), chosen)
    return _result(bring(chosen, Bringing(result=result, person=visitor(request))))


def run_measure(request: HttpRequest, number: Number, at: At, wanted: Body[RunWanted]) -> RunSeen:
    """Let the server compute a row's measure, or compute its last result again."""
    chosen = _chosen(request, _open(request, number), at)
    before = _last(chosen) if wanted.again else None
    run = ask(Asking(person=visitor(request), chosen=chosen, source=wanted.source, before=before))
    return _run(chosen, run, language_of(request))


def _open(request: HttpRequest, number: str) -> FormRecord:
    record = seen(request, number)
    if not may_measure(visitor(request), record):
        raise forbidden()
    return record


def _chosen(request: HttpRequest, record: FormRecord, at: int) -> RowMeasure:
    chosen = row_shown(record, at, language_of(request)).chosen
    if chosen is None:
        raise Http404
    return chosen


def _last(chosen: RowMeasure) -> RowResult:
    results = results_of(chosen)
    if not results:
        raise Http404
    return results[0]


def _row(row: MeasuredRow, language: str) -> RowMeasured:
    chosen = row.chosen
    ran = run_shown(chosen, language) if chosen else None
    return RowMeasured(
        at=row.at,
        name=row.row.name,
        actual=row.actual,
        measure=choice_of(chosen).measure.id if chosen else "",
        title=row.title,
        sha256=chosen.sha256 if chosen else "",
        results=tuple(map(_result, results_of(chosen))) if chosen else (),
        run=_run(chosen, ran.run, language) if chosen and ran else None,
    )


def _result(kept: RowResult) -> ResultKept:
    found: Measured = result_in(kept)
    return ResultKept(
        key=kept.pk,
        value=valued(found),
        result=kept.document,
        source=kept.source,
        by=somebody(kept.brought_by),
        at=cast("datetime", moment(kept.brought_at)),
    )


def _run(chosen: RowMeasure, run: Run, language: str) -> RunSeen:
    ran = run_shown(chosen, language)
    return RunSeen(
        source=run.source,
        asked_at=moment(run.asked_at),
        ended_at=moment(run.ended_at),
        ahead=ran.ahead if ran else 0,
        refused=ran.refused if ran else "",
        is_same=run.is_same,
        changes=ran.changes if ran else (),
    )


OPERATIONS = (
    Operation(
        name="form-measures",
        method="GET",
        path="/forms/{number}/measures",
        view=form_measures,
        answer=RowsMeasured,
    ),
    Operation(
        name="choose-measure",
        method="POST",
        path="/forms/{number}/measures/{at}",
        view=choose_measure,
        answer=RowMeasured,
    ),
    Operation(
        name="measure-file",
        method="GET",
        path="/forms/{number}/measures/{at}/file",
        view=measure_yaml,
        media=(YAML,),
    ),
    Operation(
        name="hand-result",
        method="POST",
        path="/forms/{number}/measures/{at}/results",
        view=hand_result,
        answer=ResultKept,
    ),
    Operation(
        name="run-measure",
        method="POST",
        path="/forms/{number}/measures/{at}/runs",
        view=run_measure,
        answer=RunSeen,
    ),
)
