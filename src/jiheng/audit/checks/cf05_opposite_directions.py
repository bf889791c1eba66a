"""CF05 opposite-directions."""

from collections.abc import Iterator

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
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import Told, phrase, series

_UP = frozenset({"ge", "gt"})
_DOWN = frozenset({"le", "lt"})


@check(
    code="CF05",
    name="opposite-directions",
    severity="warning",
    since="0.1.0",
    reads=(
        "reporting_unit",
        "year",
        "project.name",
        "project.implementing_unit",
        "indicators.name",
        "scores",
    ),
    sources=(Citation(title="财预〔2015〕88号", pinpoint="绩效目标审核：适当性", verified=False),),
)
def opposite_directions(forms: Forms) -> Iterator[RunOutcome]:
    """One indicator is to be as high as possible in one form and as low in another.

    Only printed operators count.

    ## Why it matters
    More of the same thing earns points in one form and loses them in the other.

    ## What to do
    Decide whether more or less is better, and put the operator right when targets are set.
    """
    for group in by_unit_and_year(forms):
        for places in same_names(group):
            numbers = [
                place
                for place in places
                if value_of(place.row.target) is not None and place.row.direction_printed
            ]
            up = [place for place in numbers if place.row.direction in _UP]
            down = [place for place in numbers if place.row.direction in _DOWN]
            if up and down:
                yield _told(up, down)
            elif len(numbers) > 1:
                yield passes_across(*(place.cell("target") for place in numbers))


def _told(up: list[Place], down: list[Place]) -> RunOutcome:
    return fails_across(
        *(place.cell("target") for place in (*up, *down)),
        name=up[0].row.row.name,
        up=_listed(up),
        down=_listed(down),
        printed=series(place.row.target.raw for place in (*up, *down)),
    )


def _listed(places: list[Place]) -> Told:
    return series(
        phrase("words.quoted-with", name=place.project, text=place.row.target.raw)
        for place in places
    )
