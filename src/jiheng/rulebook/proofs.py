"""Saved measures: those that come with Jiheng, and those that a unit writes itself.

RulebookError
└── BadMeasure        a measure's file says something that cannot stand, or there is none
"""

import re
from pathlib import Path

from jiheng.model.measure import Measure
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.shelf import Shelf

MEASURE_IDS: tuple[str, ...] = (
    "insured-rate",
    "contribution-rate",
    "core-recipients",
    "core-last-arrival",
    "resident-recipients",
    "supplement-recipients",
    "supplement-person-months",
    "supplement-city-cost",
    "resident-person-months",
    "base-raise-city-cost",
    "base-standard",
    "raised-standard",
    "resident-contributors",
    "resident-contributions",
    "resident-city-subsidy",
    "special-insured",
    "special-coverage",
    "special-city-cost",
    "institution-contributors",
    "institution-recipients",
    "institution-paid-in-full",
    "institution-latest-day",
    "institution-gap",
    "institution-income",
    "institution-expenditure",
    "resident-interest-rate",
    "institution-interest-rate",
    "fund-balance",
    "grant-arrival",
    "city-grant",
    "certification-rate",
    "reactivated-people",
    "transfer-in-time",
    "card-holders",
    "card-cost",
    "card-last-day",
    "unemployment-online-share",
    "subsidy-in-time",
    "online-share",
    "employers-online",
    "cases-in-time",
    "handling-days",
    "case-rating",
    "wechat-success",
    "wechat-response",
    "settlement-online-share",
    "systems-kept",
    "restore-longest",
    "acceptance-rate",
    "procurement-regular",
    "tasks-in-time",
    "operations-cost",
    "seals-issued",
    "seal-price",
    "line-months",
    "line-availability",
    "line-cost",
    "hired-people",
    "hired-paid",
    "hired-cost",
    "village-people",
    "village-paid",
    "village-cost",
    "annuity-people",
    "annuity-funded",
    "annuity-amount",
    "retirees-separated",
    "new-retirees-separated",
    "enterprises-relieved",
    "retirees-served",
    "retiree-grants",
    "retiree-last-grant",
    "offices-moved",
    "moved-share",
    "move-cost",
    "move-last-day",
)
"""The measures that come with Jiheng, system by system."""

_ID = re.compile(r"[a-z][a-z0-9-]{0,62}")
_MOST_PLACES = 10


class BadMeasure(RulebookError):
    """There is no such measure, or it asks something that cannot be asked."""


def load_measure(id_or_path: str | Path) -> Measure:
    """Return a measure of ours by id, or one of the user's own by the path of its file.

    Raises:
        BadMeasure: there is none, or its file says something that cannot stand.
    """
    return _SHELF.load(id_or_path)


def all_measures() -> tuple[Measure, ...]:
    """Return every measure that comes with Jiheng."""
    return _SHELF.all()


def parse_measure(data: bytes, name: str) -> Measure:
    """Return the measure that a YAML file describes; ``name`` is used in messages.

    Raises:
        BadMeasure: a key is unknown or missing, or a value is of another kind.
    """
    return _SHELF.parse(data, name)


def _fault_in(measure: Measure) -> Told | None:
    if not _ID.fullmatch(measure.id):
        return phrase("proof.bad-id", name=measure.id)
    if not 0 <= measure.places <= _MOST_PLACES:
        return phrase("proof.bad-places", most=str(_MOST_PLACES))
    return None


_SHELF = Shelf("proofs", MEASURE_IDS, Measure, BadMeasure, "proof", _fault_in)
