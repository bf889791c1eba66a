"""The lights of monitoring: how far an indicator has come by a month."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Indicator
from jiheng.model.quantity import Tier
from jiheng.quantities.comparing import amounts
from jiheng.scoring.understanding import Understood, understand

MONTHS = 12


class Light(StrEnum):
    """A colour; ``off`` where only people can say how far it is."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    OFF = "off"


class LightBand(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Progress below so many percent of what the month asks for; None has no end."""

    light: Light
    below: int | None = None


class Progress(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was reported of one indicator.

    Attributes:
        done: the value reached by now.
        forecast: what it will be at the year's end, as the unit expects.
    """

    path: str
    done: str | None
    forecast: str | None
    light: Light


_WORDS: dict[Tier, Light] = {"met": Light.GREEN, "partly": Light.YELLOW, "unmet": Light.RED}


def light_of(row: Indicator, done: str | None, month: int, bands: tuple[LightBand, ...]) -> Light:
    """Return the light of an indicator of which so much is done by the end of a month."""
    understood = understand(replace(row, actual=done))
    if understood.actual.tier is not None:
        return _WORDS[understood.actual.tier]
    if not (understood.actual.is_number and understood.target.is_number):
        return Light.OFF
    compared = amounts(understood.actual, understood.target)
    if compared is None or understood.is_apart:
        return Light.OFF
    return _measured(*compared, understood, month, bands)


def _measured(
    done: int, target: int, understood: Understood, month: int, bands: tuple[LightBand, ...]
) -> Light:
    if understood.direction in {"le", "lt"}:
        return Light.GREEN if done <= target else Light.RED
    if target <= 0:
        return Light.GREEN if done == target else Light.RED
    # 时序进度＝全年目标×月份÷12
    share, whole = done * MONTHS * 100, target * month
    return next(
        (band.light for band in bands if band.below is None or share < band.below * whole),
        Light.OFF,
    )
