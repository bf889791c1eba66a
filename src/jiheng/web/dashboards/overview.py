"""Everything that a dashboard shows, made of one answer of the database: it adds up by itself."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import QuerySet
from msgspec import Struct

from jiheng.model.audit import Mend, Severity
from jiheng.web.dashboards.counting import Group, Sums, added, groups_of, mean
from jiheng.web.dashboards.grades import Matrix, matrix_of
from jiheng.web.dashboards.rows import Choice, Row, rows_of
from jiheng.web.dashboards.tree import Place, by_key, place_of, places_in
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.figures import WHOLE
from jiheng.web.lists.sieve import Sent, Sieve
from jiheng.web.lists.tally import BY_RULE, KINDS, SEVERITIES, column
from jiheng.web.people.models import Organisation

YEARS = 3
"""So many years stand side by side."""
_HUNDRED = 100


class Part(Struct, frozen=True, kw_only=True):
    """Findings of one kind and severity, and the forms that have them."""

    severity: Severity
    findings: int
    sieve: Sieve


class Kind(Struct, frozen=True, kw_only=True):
    """Findings of one family of checks."""

    kind: str
    parts: tuple[Part, ...]
    sieve: Sieve

    @property
    def findings(self) -> int:
        """How many there are, of all severities."""
        return sum(part.findings for part in self.parts)


class Once(Struct, frozen=True, kw_only=True):
    """A defect of a template or a system, which no form is counted for; in so many forms."""

    code: str
    mend: Mend
    forms: int
    sieve: Sieve


class Mended(Struct, frozen=True, kw_only=True):
    """Findings by who can mend them: counted ones, and what is told once."""

    mend: Mend
    findings: int
    sieve: Sieve


class YearSums(Struct, frozen=True, kw_only=True):
    """One of the years that stand side by side.

    Attributes:
        kinds: findings of each family in the order of ``KINDS``.
    """

    year: int
    sums: Sums
    kinds: tuple[Kind, ...]
    sieve: Sieve

    @property
    def a_hundred(self) -> tuple[int | None, ...]:
        """Findings of each family for each hundred forms."""
        return tuple(mean(each.findings * _HUNDRED, self.sums.forms) for each in self.kinds)


class Overview(Struct, frozen=True, kw_only=True):
    """A branch's forms of one year.

    Attributes:
        forms: how many there are, by ``standings``.
        sums: of the forms that the page is about, which ``sieve`` lets through.
    """

    place: Place
    choice: Choice
    forms: int
    standings: dict[Sent, int]
    sums: Sums
    all: Sieve
    sieve: Sieve
    rows: tuple[Row, ...]
    kinds: tuple[Kind, ...]
    mended: tuple[Mended, ...]
    once: tuple[Once, ...]
    matrix: Matrix
    years: tuple[YearSums, ...]

    @property
    def sent(self) -> int:
        """How many forms were handed in."""
        return self.forms - self.standings[Sent.UNSENT]

    @property
    def kinds_by_year(self) -> tuple[tuple[Kind, ...], ...]:
        """Return each kind as it is in the years, in their order."""
        return tuple(zip(*(each.kinds for each in self.years), strict=True))

    @property
    def faulty_share(self) -> int | None:
        """The share of forms with errors, in 1/10,000."""
        return mean(self.sums.faulty * WHOLE, self.sums.forms)

    @property
    def parts(self) -> tuple[Row, ...]:
        """The rows that add up to the whole: those of opened organisations left out."""
        return tuple(row for row in self.rows if row.depth == 0)


def overview_of(
    records: QuerySet[FormRecord], organisation: Organisation, choice: Choice
) -> Overview:
    """Return the overview of an organisation's branch.

    Args:
        records: the forms that the visitor may see, of all years.
        organisation: at the top of the branch.
        choice: year, which forms, what is opened.
    """
    years = range(choice.year - YEARS + 1, choice.year + 1)
    inside = records.filter(
        organisation__branch__startswith=organisation.branch, year__in=tuple(years)
    )
    return overview(
        groups_of(inside, choice.year), place_of(organisation), places_in(organisation), choice
    )


def overview(
    groups: tuple[Group, ...], place: Place, places: tuple[Place, ...], choice: Choice
) -> Overview:
    """Return what groups of forms of some years come to."""
    now = tuple(group for group in groups if group.year == choice.year)
    chosen = tuple(group for group in now if choice.takes(group))
    sums, sieve = added(chosen), choice.sieve(place.key)
    standings: Counter[Sent] = Counter()
    for group in now:
        standings[group.standing] += group.forms
    return Overview(
        place=place,
        choice=choice,
        forms=standings.total(),
        standings={each: standings[each] for each in Sent},
        sums=sums,
        all=Sieve(year=choice.year, at=place.key),
        sieve=sieve,
        rows=rows_of(place, by_key(places), now, choice),
        kinds=_kinds(sums, sieve),
        mended=_mended(sums, sieve),
        once=_once(chosen, sieve),
        matrix=matrix_of(chosen, sieve),
        years=tuple(_years(groups, place, choice)),
    )


def _kinds(sums: Sums, sieve: Sieve) -> tuple[Kind, ...]:
    return tuple(
        Kind(
            kind=kind,
            parts=tuple(
                Part(
                    severity=severity,
                    findings=sums.of(column(kind, severity)),
                    sieve=sieve.also(column=column(kind, severity)),
                )
                for severity in SEVERITIES
            ),
            sieve=sieve.also(kind=kind),
        )
        for kind in KINDS
    )


def _mended(sums: Sums, sieve: Sieve) -> tuple[Mended, ...]:
    by_rule = sums.of(BY_RULE)
    return (
        Mended(mend="unit", findings=sums.findings - by_rule, sieve=sieve.also(mend="unit")),
        Mended(mend="rule", findings=by_rule, sieve=sieve.also(mend="rule")),
    )


def _once(groups: Iterable[Group], sieve: Sieve) -> tuple[Once, ...]:
    found: Counter[str] = Counter()
    for group in groups:
        for each in group.once.split():
            found[each] += group.forms
    told = (
        (*each.partition(":")[::2], each, forms)
        for each, forms in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )
    return tuple(
        Once(
            code=code,
            mend="template" if mend == "template" else "system",
            forms=forms,
            sieve=sieve.also(once=each),
        )
        for code, mend, each, forms in told
    )


def _years(groups: tuple[Group, ...], place: Place, choice: Choice) -> Iterable[YearSums]:
    """The chosen year, then those before it of which there are forms."""
    for year in sorted({group.year for group in groups} | {choice.year}, reverse=True):
        then = Choice(year=year, which=choice.which)
        sums = added(group for group in groups if group.year == year and choice.takes(group))
        sieve = then.sieve(place.key)
        yield YearSums(year=year, sums=sums, kinds=_kinds(sums, sieve), sieve=sieve)
