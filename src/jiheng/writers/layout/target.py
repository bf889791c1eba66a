"""A target in the cells of its form: operator, number and unit apart, or all in one."""

import re

from jiheng.model.form import Indicator
from jiheng.quantities import parse
from jiheng.quantities.units import resolve
from jiheng.rulebook.layouts import Layout

_TARGET = re.compile(
    r"(?P<operator>[≥≧⩾≤≦⩽<>=＝═＞＜]=?|大于等于|小于等于|等于|大于|小于)?"
    r"\s*(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>\D*)"
)
_APART = frozenset({"nature", "operator", "unit"})


def values_of(indicator: Indicator, layout: Layout) -> dict[str, str | None]:
    """Return what stands in the columns of target, nature, operator and unit, by role.

    A target that is not just a number with operator and unit stays whole.
    """
    cells: dict[str, str | None] = {
        "target": indicator.target,
        "nature": indicator.nature,
        "unit": indicator.unit,
    }
    apart = _APART.intersection(layout.column_roles)
    found = _parts(indicator)
    if found is None or not apart:
        return cells
    operator, number, unit = found["operator"] or "", found["number"], found["unit"]
    role = _operator_role(layout)
    if role is not None:
        cells[role] = operator or cells.get(role)
        operator = ""
    if "unit" in apart:
        cells["unit"] = unit or indicator.unit
        unit = ""
    return {**cells, "target": f"{operator}{number}{unit}"}


def _parts(indicator: Indicator) -> re.Match[str] | None:
    """Return operator, number and unit of a target that is nothing else."""
    target = indicator.target or ""
    found = _TARGET.fullmatch(target)
    if found is None or not parse(target).is_number:
        return None
    unit = found["unit"]
    known = unit == indicator.unit or (indicator.unit is None and resolve(unit) is not None)
    return found if known or not unit else None


def _operator_role(layout: Layout) -> str | None:
    roles = layout.column_roles
    if "operator" in roles:
        return "operator"
    return "nature" if "nature" in roles and layout.nature_holds == "operator" else None
