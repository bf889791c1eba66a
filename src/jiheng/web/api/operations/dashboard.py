"""The figures of a branch's forms, of which every one adds up."""

from typing import Literal

from django.http import HttpRequest
from msgspec.structs import replace

from jiheng.web.api.figures import percent, points, yuan
from jiheng.web.api.operations.around import KeyAsked, YearAsked, desk, forbidden
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Wire
from jiheng.web.dashboards.asking import WHICH, asked_for
from jiheng.web.dashboards.counting import Sums
from jiheng.web.lists.sieve import Sent

WhichAsked = Literal["sent", "closed", "all"]


class FigureSums(Wire, frozen=True, kw_only=True):
    """What many forms come to.

    Attributes:
        faulty: forms with errors.
        budget, executed: in yuan, of the ``rated`` forms that say both.
        by_money: executed over budget, in per cent; ``by_mean`` the mean of the forms' rates.
        printed, low, high: means of the scores of the ``scored`` forms.
    """

    forms: int
    faulty: int
    errors: int
    warnings: int
    hints: int
    rated: int
    budget: str | None
    executed: str | None
    by_money: str | None
    by_mean: str | None
    scored: int
    printed: str | None
    low: str | None
    high: str | None


class FigureRow(Wire, frozen=True, kw_only=True):
    """An organisation with what its forms come to; ``own`` is one without those below it."""

    key: int
    name: str
    own: bool
    forms: int
    sent: int
    sums: FigureSums


class FigureKind(Wire, frozen=True, kw_only=True):
    """Findings of one family of checks."""

    kind: str
    findings: int


class FigureYear(Wire, frozen=True, kw_only=True):
    """The same branch in another year."""

    year: int
    sums: FigureSums


class Dashboard(Wire, frozen=True, kw_only=True):
    """The figures of an organisation's branch; the rows add up to the sums."""

    place: int
    name: str
    year: int
    forms: int
    standings: dict[Sent, int]
    sums: FigureSums
    rows: tuple[FigureRow, ...]
    kinds: tuple[FigureKind, ...]
    years: tuple[FigureYear, ...]


def dashboard(
    request: HttpRequest, year: YearAsked, at: KeyAsked = None, which: WhichAsked = "sent"
) -> Dashboard:
    """Return what the forms of a branch come to."""
    asked = asked_for(desk(request, year), str(at or ""))
    if asked is None:
        raise forbidden()
    choice = replace(asked.choice, year=year, which=WHICH[which])
    shown = replace(asked, choice=choice).overview()
    return Dashboard(
        place=shown.place.key,
        name=shown.place.name,
        year=year,
        forms=shown.forms,
        standings=shown.standings,
        sums=_sums(shown.sums),
        rows=tuple(
            FigureRow(
                key=each.key,
                name=each.name,
                own=each.is_own,
                forms=each.forms,
                sent=each.sent,
                sums=_sums(each.sums),
            )
            for each in shown.parts
        ),
        kinds=tuple(FigureKind(kind=each.kind, findings=each.findings) for each in shown.kinds),
        years=tuple(FigureYear(year=each.year, sums=_sums(each.sums)) for each in shown.years),
    )


def _sums(sums: Sums) -> FigureSums:
    return FigureSums(
        forms=sums.forms,
        faulty=sums.faulty,
        errors=sums.errors,
        warnings=sums.warnings,
        hints=sums.hints,
        rated=sums.rated,
        budget=yuan(sums.budget if sums.rated else None),
        executed=yuan(sums.executed if sums.rated else None),
        by_money=percent(sums.by_money),
        by_mean=percent(sums.by_mean),
        scored=sums.scored,
        printed=points(sums.printed_mean),
        low=points(sums.low_mean),
        high=points(sums.high_mean),
    )


OPERATIONS = (
    Operation(name="dashboard", method="GET", path="/dashboard", view=dashboard, answer=Dashboard),
)
