"""Saved measures: those that come with Jiheng, and those that a unit writes itself.

RulebookError
└── BadMeasure        a measure's file says something that cannot stand, or there is none
"""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from msgspec import ValidationError, convert

from jiheng.model.measure import Measure
from jiheng.rulebook.decoding import fault_of
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.phrases import phrase, series
from jiheng.rulebook.plain_yaml import NotPlain, read_plain
from jiheng.rulebook.telling import cause_of

MEASURE_IDS: tuple[str, ...] = (
    "insured-rate",
    "contribution-rate",
    "core-recipients",
    "core-last-arrival",
    "resident-recipients",
    "supplement-recipients",
    "supplement-person-months",
    "resident-person-months",
    "base-standard",
    "raised-standard",
    "resident-contributors",
    "resident-contributions",
    "special-insured",
    "special-coverage",
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
    "retiree-grants",
    "retiree-last-grant",
    "offices-moved",
    "moved-share",
    "move-cost",
    "move-last-day",
)
"""The measures that come with Jiheng, system by system."""

SUFFIXES = (".yaml", ".yml")
LARGEST_FILE = 1_000_000
_ID = re.compile(r"[a-z][a-z0-9-]{0,62}")
_MOST_PLACES = 10


class BadMeasure(RulebookError):
    """There is no such measure, or it asks something that cannot be asked."""


def load_measure(id_or_path: str | Path) -> Measure:
    """Return a measure of ours by id, or one of the user's own by the path of its file.

    Raises:
        BadMeasure: there is none, or its file says something that cannot stand.
    """
    if isinstance(id_or_path, str) and id_or_path in MEASURE_IDS:
        return _shipped(id_or_path)
    path = Path(id_or_path)
    if path.suffix not in SUFFIXES:
        raise BadMeasure(phrase("proof.unknown", name=str(id_or_path), known=series(MEASURE_IDS)))
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        cause = cause_of(error)
        raise BadMeasure(phrase("proof.unreadable", file=path.name, cause=cause)) from error
    return parse_measure(data, path.name)


def all_measures() -> tuple[Measure, ...]:
    """Return every measure that comes with Jiheng."""
    return tuple(_shipped(name) for name in MEASURE_IDS)


def parse_measure(data: bytes, name: str) -> Measure:
    """Return the measure that a YAML file describes; ``name`` is used in messages.

    Raises:
        BadMeasure: a key is unknown or missing, or a value is of another kind.
    """
    if len(data) > LARGEST_FILE:
        raise BadMeasure(phrase("proof.too-large", file=name, most=str(LARGEST_FILE)))
    try:
        measure = convert(read_plain(data), Measure)
        check_measure(measure)
    except (NotPlain, ValidationError) as error:
        raise BadMeasure(phrase("proof.at", file=name, sentence=fault_of(error))) from error
    except BadMeasure as error:
        raise BadMeasure(phrase("proof.at", file=name, sentence=error.told)) from error
    return measure


def check_measure(measure: Measure) -> None:
    """Refuse a measure whose parts cannot stand, whatever the ledger.

    Raises:
        BadMeasure: says which.
    """
    if not _ID.fullmatch(measure.id):
        raise BadMeasure(phrase("proof.bad-id", name=measure.id))
    if not 0 <= measure.places <= _MOST_PLACES:
        raise BadMeasure(phrase("proof.bad-places", most=str(_MOST_PLACES)))


@cache
def _shipped(name: str) -> Measure:
    path = files("jiheng.rulebook") / "proofs" / f"{name}.yaml"
    return parse_measure(path.read_bytes(), path.name)
