"""CF04 figure-repeated-for-others."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from jiheng.audit.across import (
    Forms,
    Place,
    by_unit_and_year,
    fails_across,
    passes_across,
    same_names,
)
from jiheng.audit.check import RunOutcome, check
from jiheng.audit.figures import decimal_words, value_of
from jiheng.audit.populations import populations_in
from jiheng.model.citation import Citation

_ROUND = 1_000
"""Smaller figures, and multiples of 100, may be equal by chance."""

_PEOPLE = frozenset({"people", "人次", "户"})


@check(
    code="CF04",
    name="figure-repeated-for-others",
    severity="error",
    since="0.1.0",
    reads=(
        "reporting_unit",
        "year",
        "project.name",
        "project.implementing_unit",
        "indicators.name",
        "scores",
    ),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def figure_repeated_for_others(forms: Forms) -> Iterator[RunOutcome]:
    """Two forms of one unit report the same large figure for different people.

    The indicator has one name in both; the words for the people in the names of the projects
    differ. With equal targets it is a doubt. The same group counted differently is a doubt too.

    ## Why it matters
    A part of the people cannot be as many as all of them; one figure was copied.

    ## What to do
    Count again for each project from its own list.
    """
    for group in by_unit_and_year(forms):
        for places in same_names(group):
            counted = [place for place in places if _is_count(place)]
            pairs = [
                (one, other)
                for one, other in combinations(counted, 2)
                if one.form.form.id != other.form.form.id
            ]
            for one, other in pairs:
                yield _compared(one, other)


def _is_count(place: Place) -> bool:
    return place.row.actual.dimension in _PEOPLE and value_of(place.row.actual) is not None


def _compared(one: Place, other: Place) -> RunOutcome:
    cells = tuple(place.cell(field) for place in (one, other) for field in ("actual", "target"))
    figures = tuple(value_of(place.row.actual) for place in (one, other))
    groups = tuple(_people(place) for place in (one, other))
    if figures[0] == figures[1] and groups[0] != groups[1] and _is_odd(one):
        same_targets = value_of(one.row.target) == value_of(other.row.target)
        return fails_across(
            *cells,
            severity="warning" if same_targets else None,
            printed=_figure(one),
            name=one.row.row.name,
            where=_told(one, other),
        )
    in_name = populations_in(one.row.row.name)
    if figures[0] != figures[1] and in_name and groups[0] == groups[1]:
        return fails_across(
            *cells,
            message="fails-apart",
            severity="warning",
            printed=f"{_figure(one)}、{_figure(other)}",
            name=one.row.row.name,
            where=_told(one, other),
        )
    return passes_across(*cells)


def _is_odd(place: Place) -> bool:
    value = value_of(place.row.actual)
    return value is not None and value >= _ROUND and value % 100 != 0


def _people(place: Place) -> frozenset[str]:
    return frozenset(populations_in(f"{place.form.form.project.name or ''} {place.row.row.name}"))


def _told(*places: Place) -> str:
    return "；".join(
        f"“{place.project}”（{'、'.join(sorted(_people(place))) or '没有限定人群'}，"
        f"指标值 {place.row.target.raw or '未填'}，实际 {_figure(place)}）"
        for place in places
    )


def _figure(place: Place) -> str:
    """Return the number without the operator that a system may have printed before it."""
    actual = place.row.actual
    scale = Fraction(*actual.scale)
    return f"{decimal_words((value_of(actual) or 0) / scale, 2)}{actual.unit or ''}"
