"""CF06 satisfaction-always-the-same."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    Place,
    by_unit_and_year,
    fails_across,
    passes_across,
    unit_words,
)
from jiheng.audit.facts.figures import percent_words, value_of
from jiheng.audit.facts.levels import level2_of
from jiheng.model.citation import Citation

_FEW = 3


@check(
    code="CF06",
    name="satisfaction-always-the-same",
    severity="info",
    since="0.1.0",
    reads=(
        "reporting_unit",
        "year",
        "project.implementing_unit",
        "indicators.level1",
        "indicators.level2",
        "scores",
    ),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def satisfaction_always_the_same(forms: Forms) -> Iterator[RunOutcome]:
    """Most projects of a unit report one and the same satisfaction.

    At least three forms, and more than half of those that report one.

    ## Why it matters
    Different people asked about different projects seldom answer alike to the digit.

    ## What to do
    Enter what each survey gave, and keep its sheets.
    """
    for group in by_unit_and_year(forms):
        found: dict[Fraction, list[Place]] = {}
        for scored in group:
            for row in scored.indicators:
                share = value_of(row.actual) if row.actual.dimension == "ratio" else None
                if share is not None and level2_of(row.row) == "satisfaction":
                    found.setdefault(share, []).append(Place(form=scored, row=row))
        reporting = {place.form.form.id for places in found.values() for place in places}
        if len(reporting) >= _FEW:
            yield _told(found, len(reporting))


def _told(found: dict[Fraction, list[Place]], reporting: int) -> RunOutcome:
    share, places = max(found.items(), key=lambda pair: len(_forms(pair[1])))
    count = len(_forms(places))
    if count < _FEW or 2 * count <= reporting:
        return passes_across(*(place.cell("actual") for group in found.values() for place in group))
    return fails_across(
        *(place.cell("actual") for place in places),
        printed=percent_words(share),
        unit=unit_words(places[0].form),
        count=str(count),
        forms=str(reporting),
    )


def _forms(places: list[Place]) -> set[str]:
    return {place.form.form.id for place in places}
