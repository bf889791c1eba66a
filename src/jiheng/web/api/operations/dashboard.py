"""The figures of a branch's forms, of which every one adds up."""

from typing import Literal

from django.http import FileResponse, HttpRequest
from msgspec.structs import replace

from jiheng.model.audit import Mend
from jiheng.web.api.figures import percent, points, yuan
from jiheng.web.api.operations.around import KeyAsked, YearAsked, desk, forbidden
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Wire
from jiheng.web.dashboards.asking import WHICH, Asked, asked_for
from jiheng.web.dashboards.counting import Sums
from jiheng.web.dashboards.grades import Matrix
from jiheng.web.dashboards.views import WRITERS, figures_file
from jiheng.web.language import language_of
from jiheng.web.lists.sieve import Sent
from jiheng.web.papers.views import TYPES

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


class FigureMend(Wire, frozen=True, kw_only=True):
    """Findings by who can mend them."""

    mend: Mend
    findings: int


class ToldOnce(Wire, frozen=True, kw_only=True):
    """A defect of a template or a system, which no form is counted for; in so many forms."""

    code: str
    mend: Mend
    forms: int


class GradeLine(Wire, frozen=True, kw_only=True):
    """The forms of one grade of the scores, by the columns of grades of the rules."""

    grade: str
    forms: tuple[int, ...]


class Grades(Wire, frozen=True, kw_only=True):
    """Grades of the scores against those of the rules, "" where none can be said.

    Attributes:
        columns: the grades of the highest and of the lowest score that the rules allow.
        spans: forms whose grade the rules leave open; ``below``: forms whose grade they do not
            allow.
    """

    columns: tuple[tuple[str, str], ...]
    rows: tuple[GradeLine, ...]
    spans: int
    below: int


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
    mended: tuple[FigureMend, ...]
    once: tuple[ToldOnce, ...]
    grades: Grades
    years: tuple[FigureYear, ...]


def dashboard(
    request: HttpRequest, year: YearAsked, at: KeyAsked = None, which: WhichAsked = "sent"
) -> Dashboard:
    """Return what the forms of a branch come to."""
    shown = _asked(request, year, at, which).overview()
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
        mended=tuple(FigureMend(mend=each.mend, findings=each.findings) for each in shown.mended),
        once=tuple(
            ToldOnce(code=each.code, mend=each.mend, forms=each.forms) for each in shown.once
        ),
        grades=_grades(shown.matrix),
        years=tuple(FigureYear(year=each.year, sums=_sums(each.sums)) for each in shown.years),
    )


def dashboard_file(
    request: HttpRequest,
    kind: Literal["xlsx", "pdf"],
    year: YearAsked,
    at: KeyAsked = None,
    which: WhichAsked = "sent",
) -> FileResponse:
    """Return the figures as worksheets, or as one page to print."""
    return figures_file(_asked(request, year, at, which), kind, language_of(request))


def _asked(request: HttpRequest, year: int, at: int | None, which: str) -> Asked:
    asked = asked_for(desk(request, year), str(at or ""))
    if asked is None:
        raise forbidden()
    return replace(asked, choice=replace(asked.choice, year=year, which=WHICH[which]))


def _grades(matrix: Matrix) -> Grades:
    return Grades(
        columns=matrix.columns,
        rows=tuple(
            GradeLine(grade=each.grade, forms=tuple(cell.forms for cell in each.cells))
            for each in matrix.rows
        ),
        spans=matrix.spans.forms,
        below=matrix.below.forms,
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
    Operation(
        name="dashboard-file",
        method="GET",
        path="/dashboard/files/{kind}",
        view=dashboard_file,
        media=tuple(TYPES[kind] for kind in WRITERS),
    ),
)
