"""What is said of a form: findings, where each score comes from, its way so far, its versions."""

from datetime import datetime
from typing import Annotated

from django.http import Http404, HttpRequest
from pydantic import Field

from jiheng.model.audit import Audit
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm
from jiheng.web.api.operations.around import Number, Somebody, seen, somebody
from jiheng.web.api.problems import Trouble
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Wire
from jiheng.web.chain.history import Happening, history
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sheet import Drawn, drawn_now
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.versions.comparing import (
    CellDifference,
    Edition,
    before_the_return,
    compare,
    version_at,
    versions_of,
)
from jiheng.web.versions.last_year import last_year_of
from jiheng.writers.report.origin import TOTAL, Origin, origin_of

VersionAsked = Annotated[int | None, Field(ge=1, le=2**31 - 1)]


class Findings(Wire, frozen=True, kw_only=True):
    """The audit of a form, as ``jiheng audit`` writes it."""

    number: str
    version: int
    audit: Audit


class ReadValue(Wire, frozen=True, kw_only=True):
    """A cell on which a score rests: what is printed there, and how it is understood."""

    at: str
    printed: str
    understood: str


class ScoreCard(Wire, frozen=True, kw_only=True):
    """Where a score comes from.

    Attributes:
        at: path of its cell.
        recomputed: lowest and highest by the rule; null where it cannot be said.
        left_open: what the rule does not say.
        calculations: as one would write them on paper; first by the form as it is.
        findings: codes of what was found in its row.
    """

    at: str
    name: str
    weight: str
    printed: str | None
    recomputed: tuple[str, str] | None
    values: tuple[ReadValue, ...]
    rule: str
    laws: tuple[Citation, ...]
    left_open: tuple[str, ...]
    calculations: tuple[str, ...]
    findings: tuple[str, ...]


class Scores(Wire, frozen=True, kw_only=True):
    """Every score of a form with its card; that of the total comes first."""

    number: str
    version: int
    pack: str
    items: tuple[ScoreCard, ...]


class HistoryLine(Wire, frozen=True, kw_only=True):
    """A cell of a step: what it was and became, or what was said of it."""

    name: str
    old: str
    new: str
    remark: str
    light: str


class HistoryStep(Wire, frozen=True, kw_only=True):
    """Something that was done with a form."""

    action: str
    step_from: str
    step_to: str
    by: Somebody
    at: datetime
    reason: str
    version: int
    cells: tuple[HistoryLine, ...]


class History(Wire, frozen=True, kw_only=True):
    """What was done with a form, the latest first."""

    items: tuple[HistoryStep, ...]


class Version(Wire, frozen=True, kw_only=True):
    """What one person wrote in one sitting; ``number`` is the form's version after it."""

    ordinal: int
    number: int
    by: Somebody
    begun_at: datetime
    made_at: datetime


class Versions(Wire, frozen=True, kw_only=True):
    """The versions of a form, the latest first."""

    items: tuple[Version, ...]


class ChangedCell(Wire, frozen=True, kw_only=True):
    """A cell that differs; who wrote it last, and when."""

    name: str
    old: str
    new: str
    by: str | None
    at: datetime | None


class Comparison(Wire, frozen=True, kw_only=True):
    """What differs between two versions."""

    first: Version
    second: Version
    cells: tuple[ChangedCell, ...]


class LastValue(Wire, frozen=True, kw_only=True):
    """What stood last year where ``path`` leads to this year."""

    path: str
    text: str


class LastYear(Wire, frozen=True, kw_only=True):
    """Last year's form of the project: its values by this year's cells, and what is new."""

    number: str
    values: tuple[LastValue, ...]
    new: tuple[str, ...]


def findings(request: HttpRequest, number: Number) -> Findings:
    """Return what was found in a form."""
    record = seen(request, number)
    judged = _page(request, record).judged
    if judged is None:
        raise Trouble(409, "api.refused.not-judged")
    return Findings(number=record.number, version=record.version, audit=judged.audit)


def scores(request: HttpRequest, number: Number) -> Scores:
    """Return where every score of a form comes from."""
    record = seen(request, number)
    page = _page(request, record)
    if page.judged is None:
        raise Trouble(409, "api.refused.not-judged")
    scored = page.judged.scored
    paths = dict.fromkeys((TOTAL, *(item.at for item in page.judged.audit.items)))
    cards = (_card(page, scored, path) for path in paths)
    return Scores(
        number=record.number,
        version=record.version,
        pack=page.judged.audit.pack,
        items=tuple(card for card in cards if card is not None),
    )


def form_history(request: HttpRequest, number: Number) -> History:
    """Return what was done with a form."""
    record = seen(request, number)
    return History(items=tuple(_step(each) for each in history(record, _page(request, record))))


def versions(request: HttpRequest, number: Number) -> Versions:
    """Return the versions of a form."""
    return Versions(items=tuple(_version(each) for each in versions_of(seen(request, number))))


def differences(
    request: HttpRequest,
    number: Number,
    first: VersionAsked = None,
    second: VersionAsked = None,
) -> Comparison:
    """Return what differs between two versions: since the last return, if nobody says which."""
    record = seen(request, number)
    known = versions_of(record)
    wanted = sorted((first or before_the_return(record), second or record.version))
    before, after = (version_at(known, each) for each in wanted)
    found = compare(known, before, after, _page(request, record))
    return Comparison(
        first=_version(before),
        second=_version(after),
        cells=tuple(_changed(each) for each in found.cells),
    )


def last_year(request: HttpRequest, number: Number) -> LastYear:
    """Return last year's values of a form's rows."""
    found = last_year_of(seen(request, number), visitor(request))
    if found is None:
        raise Http404
    values = (value for row in found.rows for value in row.values)
    return LastYear(
        number=found.record.number,
        values=tuple(LastValue(path=each.path, text=each.text) for each in values),
        new=found.new,
    )


def _page(request: HttpRequest, record: FormRecord) -> Drawn:
    return drawn_now(record, language_of(request))


def _card(page: Drawn, scored: ScoredForm, path: str) -> ScoreCard | None:
    origin = origin_of(page.view, scored, path, page.voice)
    return None if origin is None else _of_origin(origin)


def _of_origin(origin: Origin) -> ScoreCard:
    return ScoreCard(
        at=origin.at,
        name=origin.name,
        weight=origin.weight,
        printed=origin.printed,
        recomputed=origin.recomputed,
        values=tuple(
            ReadValue(at=each.path, printed=each.printed, understood=each.understood)
            for each in origin.readings
        ),
        rule=origin.rule,
        laws=origin.laws,
        left_open=origin.left_open,
        calculations=origin.calculations,
        findings=tuple(each.finding.code for each in origin.findings),
    )


def _step(happening: Happening) -> HistoryStep:
    event = happening.event
    return HistoryStep(
        action=event.action,
        step_from=event.step_from,
        step_to=event.step_to,
        by=somebody(event.person),
        at=event.at,
        reason=event.reason,
        version=event.version,
        cells=tuple(
            HistoryLine(
                name=each.name, old=each.old, new=each.new, remark=each.remark, light=each.light
            )
            for each in happening.lines
        ),
    )


def _version(edition: Edition) -> Version:
    version = edition.version
    return Version(
        ordinal=edition.ordinal,
        number=version.number,
        by=somebody(version.made_by),
        begun_at=version.begun_at,
        made_at=version.made_at,
    )


def _changed(cell: CellDifference) -> ChangedCell:
    return ChangedCell(name=cell.name, old=cell.old, new=cell.new, by=cell.by, at=cell.at)


_FORM = "/forms/{number}"

OPERATIONS = (
    Operation(
        name="findings", method="GET", path=f"{_FORM}/findings", view=findings, answer=Findings
    ),
    Operation(name="scores", method="GET", path=f"{_FORM}/scores", view=scores, answer=Scores),
    Operation(
        name="history", method="GET", path=f"{_FORM}/history", view=form_history, answer=History
    ),
    Operation(
        name="versions", method="GET", path=f"{_FORM}/versions", view=versions, answer=Versions
    ),
    Operation(
        name="differences",
        method="GET",
        path=f"{_FORM}/versions/differences",
        view=differences,
        answer=Comparison,
    ),
    Operation(
        name="last-year", method="GET", path=f"{_FORM}/last-year", view=last_year, answer=LastYear
    ),
)
