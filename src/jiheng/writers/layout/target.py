"""A target in the cells of its form: operator, number and unit apart, or all in one."""

import re

from jiheng.model.form import Indicator
from jiheng.rulebook.layouts import Column, Layout

_TARGET = re.compile(
    r"(?P<operator>[≥≧⩾≤≦⩽<>=＝═＞＜]=?|大于等于|小于等于|等于|大于|小于|不低于|不高于|不超过|不少于)?"
    r"\s*(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[^\d\s].*)?"
)
_APART = frozenset({"nature", "operator", "unit"})


def values_of(indicator: Indicator, layout: Layout) -> dict[str, str | None]:
    """Return what stands in the columns of operator, target and unit, by role.

    A target that is no number stays whole. Roles that the layout does not print are absent.
    """
    apart = _apart_roles(layout.columns, layout)
    whole: dict[str, str | None] = {
        "target": indicator.target,
        "nature": indicator.nature,
        "unit": indicator.unit,
    }
    found = _TARGET.fullmatch(indicator.target or "")
    operator_role = _operator_role(apart, layout)
    if found is None or not apart:
        return whole
    operator, number, unit = found["operator"] or "", found["number"], found["unit"] or ""
    if operator_role is not None:
        whole[operator_role] = operator or whole.get(operator_role)
        operator = ""
    if "unit" in apart and unit in {indicator.unit or unit, ""}:
        whole["unit"] = unit or indicator.unit
        unit = ""
    return {**whole, "target": f"{operator}{number}{unit}"}


def _apart_roles(columns: tuple[Column, ...], layout: Layout) -> frozenset[str]:
    roles = frozenset(column.role for column in columns if column.role in _APART)
    return roles - {"nature"} if layout.nature_holds == "kind" else roles


def _operator_role(apart: frozenset[str], layout: Layout) -> str | None:
    if "operator" in apart:
        return "operator"
    return "nature" if "nature" in apart and layout.nature_holds == "operator" else None
