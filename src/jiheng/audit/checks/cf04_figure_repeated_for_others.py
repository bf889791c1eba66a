"""CF04 figure-repeated-for-others."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    Place,
    by_unit_and_year,
    fails_across,
    passes_across,
    same_names,
)
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.populations import populations_in
from jiheng.model.audit import RunCell
from jiheng.model.citation import Citation
from jiheng.model.decimals import decimal_words
from jiheng.rulebook.phrases import Phrase, Told, phrase, series

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
    differ. With equal targets it is a doubt. The same group, known by the indicator's name or by
    an odd target, counted differently is a doubt too.

    ## Why it matters
    A part of the people cannot be as many as all of them; one figure was copied.

    ## What to do
    Count again for each project from its own list.
    """
    for group in by_unit_and_year(forms):
        for places in same_names(group):
            counted = [place for place in places if _is_count(place)]
            if len({place.form.form.id for place in counted}) <= 1:
                continue
            found = (*_repeated(counted), *_apart(counted))
            yield from found or (passes_across(*(place.cell("actual") for place in counted)),)


def _is_count(place: Place) -> bool:
    return place.row.actual.dimension in _PEOPLE and value_of(place.row.actual) is not None


def _repeated(counted: list[Place]) -> Iterator[RunOutcome]:
    """Yield each figure that stands for two groups of people."""
    figures: dict[Fraction | None, list[Place]] = {}
    for place in counted:
        figures.setdefault(value_of(place.row.actual), []).append(place)
    for places in figures.values():
        first = places[0]
        other = next((place for place in places if _people(place) != _people(first)), None)
        if other is None or not _is_odd(value_of(first.row.actual)):
            continue
        same_targets = value_of(first.row.target) == value_of(other.row.target)
        yield fails_across(
            *_cells(first, other),
            severity="warning" if same_targets else None,
            printed=_figure(first),
            name=first.row.row.name,
            where=_told(first, other),
        )


def _apart(counted: list[Place]) -> Iterator[RunOutcome]:
    """Yield each group of people that was counted differently in two forms."""
    groups: dict[tuple[str, ...], list[Place]] = {}
    for place in counted:
        if group := _one_group(place):
            groups.setdefault(group, []).append(place)
    for places in groups.values():
        first = places[0]
        figure = value_of(first.row.actual)
        other = next((one for one in places if value_of(one.row.actual) != figure), None)
        if other is not None and other.form.form.id != first.form.form.id:
            yield fails_across(
                *_cells(first, other),
                message="fails-apart",
                severity="warning",
                printed=series((_figure(first), _figure(other))),
                name=first.row.row.name,
                where=_told(first, other),
            )


def _one_group(place: Place) -> tuple[str, ...]:
    """Return what makes the people of two forms the same, or nothing.

    The indicator itself names them, or its target is a figure that none sets twice by chance.
    """
    if populations_in(place.row.row.name):
        return tuple(sorted(_people(place)))
    target = value_of(place.row.target)
    return (str(target),) if _is_odd(target) else ()


def _cells(*places: Place) -> tuple[RunCell, ...]:
    return tuple(place.cell(field) for place in places for field in ("actual", "target"))


def _is_odd(value: Fraction | None) -> bool:
    return value is not None and value >= _ROUND and value % 100 != 0


def _people(place: Place) -> frozenset[str]:
    return frozenset(populations_in(f"{place.form.form.project.name or ''} {place.row.row.name}"))


def _told(*places: Place) -> Told:
    return series(map(_place, places), "semicolon")


def _place(place: Place) -> Phrase:
    people = sorted(_people(place))
    return phrase(
        "words.place-told",
        project=place.project,
        people=series(people) if people else phrase("words.no-group"),
        target=place.row.target.raw or phrase("words.not-filled"),
        actual=_figure(place),
    )


def _figure(place: Place) -> str:
    """Return the number without the operator that a system may have printed before it."""
    actual = place.row.actual
    scale = Fraction(*actual.scale)
    return f"{decimal_words((value_of(actual) or 0) / scale, 2)}{actual.unit or ''}"
