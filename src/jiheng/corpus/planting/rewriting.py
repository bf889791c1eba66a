"""Edits that give one full row another name, target and actual value."""

from collections.abc import Callable
from random import Random

from msgspec import Struct

from jiheng.corpus.planting.edits import at_row, at_target, defect, full, rows, with_row
from jiheng.corpus.planting.planter import Defect, Edit
from jiheng.model.form import Form, Indicator

_SIGNS = ("≥", "≤", "=")

Fits = Callable[[Indicator], bool]


class Told(Struct, frozen=True):
    """What a row says instead; ``{year}`` and ``{last}`` stand for the form's year and the last."""

    name: str
    target: str
    actual: str


def under(theme: str) -> Fits:
    """Return whether a full row stands under a second level that has this word."""
    return lambda item: full(item) and theme in (item.level2 or "")


def is_benefit(item: Indicator) -> bool:
    """Whether a full row is a benefit with a kind of its own."""
    return full(item) and "效益指标" in (item.level1 or "") and "社会" in (item.level2 or "")


def retold(form: Form, index: int, told: Told) -> Form:
    """Return the form with a row that says something else; score and weight stay."""
    year = form.year or 0
    target, actual = (text.format(year=year, last=year - 1) for text in (told.target, told.actual))
    new: dict[str, str | None] = {"name": told.name, "target": target, "actual": actual}
    # Where there is a column for it, worded targets are marked as such; signs find it themselves.
    nature = None if target.startswith(_SIGNS) else "定性"
    return with_row(form, index, **new, unit=None, nature=nature, reason=None)


def cells(form: Form, index: int, fields: str) -> tuple[str, ...]:
    """Return the paths of a row's fields; the target is the one that counts."""
    return tuple(
        at_target(form, index) if field == "target" else at_row(index, field)
        for field in fields.split()
    )


def rewritten(fits: Fits, told: Told, at: str) -> Edit:
    """Return an edit that lets one row that fits say this; ``at`` names the planted fields."""

    def edit(form: Form, dice: Random) -> Defect | None:
        if any(item.name == told.name for item in form.indicators):
            return None
        for index, _ in rows(form, fits, dice):
            changed = retold(form, index, told)
            return defect(changed, *cells(changed, index, at))
        return None

    return edit
