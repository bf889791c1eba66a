"""The layouts that are shipped: which there are, and which of them a form has."""

from functools import cache
from importlib.resources import files
from typing import get_args

from msgspec import ValidationError, convert

from jiheng.model.form import FormKind
from jiheng.rulebook.layout import Layout, bare_word
from jiheng.rulebook.layout_faults import fault_in
from jiheng.rulebook.layout_parts import (
    Column,
    ColumnRole,
    FormCell,
    FormRow,
    GoalBlock,
    GoalText,
    Group,
    HeadLine,
    MoneyColumn,
    MoneyLabel,
    MoneyRole,
    TotalRow,
)
from jiheng.rulebook.plain_yaml import NotPlain, Plain, read_plain

__all__ = [
    "LAYOUT_IDS",
    "BadLayout",
    "Column",
    "ColumnRole",
    "FormCell",
    "FormRow",
    "GoalBlock",
    "GoalText",
    "Group",
    "HeadLine",
    "Layout",
    "MoneyColumn",
    "MoneyLabel",
    "MoneyRole",
    "TotalRow",
    "UnknownLayout",
    "all_layouts",
    "bare_word",
    "headed_roles",
    "load_layout",
    "match_layout",
    "parse_layout",
]

LAYOUT_IDS = (
    "guyuan-2024",
    "liupanshui-2023",
    "national-2020",
    "national-2021-cost",
    "national-2018",
    "sichuan-2023",
    "yunnan-2022",
    "chongqing-2022",
    "hubei-2021",
    "hunan-2020",
    "fujian-2023",
    "anhui-2019",
    "guangxi-2022",
    "liaoning-2022",
    "recheck-2025",
    "department-2020",
    "department-framework",
    "department-chongqing-2022",
    "transfer-2019",
    "transfer-2021",
    "goal-2020",
    "goal-midterm",
    "goal-fuliang-2026",
    "goal-zhalaite-2025",
    "goal-hubei-2021",
    "monitoring-2019",
)
"""The layouts that are shipped, in the order in which they are matched."""


Keys = dict[str, Plain]

_OWN = frozenset({"id", "seen", "verified", "places", "years", "replaced_from", "hallmarks"})
"""What a layout says of itself alone: it is not taken over from the one that it extends."""


class UnknownLayout(KeyError):
    """A layout was asked for that is not shipped."""


class BadLayout(ValueError):
    """A layout file breaks the rules of layouts: a mistake of who wrote it."""


@cache
def load_layout(layout_id: str) -> Layout:
    """Return the layout with this id.

    Raises:
        UnknownLayout: no such layout is shipped.
        BadLayout: its file is wrong.
    """
    if layout_id not in LAYOUT_IDS:
        raise UnknownLayout(layout_id)
    return _layout(_keys(layout_id), f"{layout_id}.yaml")


def parse_layout(data: bytes, name: str) -> Layout:
    """Return the layout that a YAML file describes; ``name`` is used in messages.

    Raises:
        BadLayout: a key is unknown or missing, or the columns do not fit together.
    """
    return _layout(_with_parent(data, name), name)


@cache
def _keys(layout_id: str) -> Keys:
    path = files("jiheng.rulebook") / "layouts" / f"{layout_id}.yaml"
    return _with_parent(path.read_bytes(), path.name)


def _with_parent(data: bytes, name: str) -> Keys:
    """Return the keys of a file, over those of the layout that it says it ``extends``."""
    try:
        own = read_plain(data)
    except NotPlain as error:
        raise BadLayout(f"{name}: {error}") from error
    if not isinstance(own, dict):
        raise BadLayout(f"{name}: no keys and values")
    parent = own.pop("extends", None)
    if parent is None:
        return own
    if not isinstance(parent, str) or parent not in LAYOUT_IDS:
        raise BadLayout(f"{name}: extends {parent}, which is no layout")
    taken = {key: value for key, value in _keys(parent).items() if key not in _OWN}
    return {**taken, **own}


def _layout(keys: Keys, name: str) -> Layout:
    try:
        layout = convert(keys, Layout)
    except ValidationError as error:
        raise BadLayout(f"{name}: {error}") from error
    fault = fault_in(layout)
    if fault:
        raise BadLayout(f"{name}: {fault}")
    return layout


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Return all layouts that are shipped, in the order in which they are matched."""
    return tuple(load_layout(layout_id) for layout_id in LAYOUT_IDS)


Roles = tuple[tuple[str, ...], tuple[str, ...]]

_ROLES = frozenset(get_args(ColumnRole)) - {"operator"}
"""Roles that tell layouts apart; a heading alone cannot say that a column holds operators."""


def headed_roles(layout: Layout) -> Roles:
    """Return the roles of money and indicators that headings of this form can tell."""
    money = layout.money_roles if layout.money_headed else ()
    return money, tuple(role for role in layout.column_roles if role in _ROLES)


@cache
def _by_roles() -> dict[Roles, tuple[Layout, ...]]:
    found: dict[Roles, tuple[Layout, ...]] = {}
    for layout in all_layouts():
        key = headed_roles(layout)
        found[key] = (*found.get(key, ()), layout)
    return found


def match_layout(
    money_roles: tuple[str, ...],
    column_roles: tuple[str, ...],
    words: frozenset[str] = frozenset(),
    kind: FormKind | None = None,
) -> Layout | None:
    """Return the layout with exactly these columns, or None.

    Args:
        money_roles: roles of the money columns in order, without the lines' names.
        column_roles: roles of the indicator columns in order, level 1 first; those that no layout
            has do not count.
        words: headings and labels of the form after ``bare_word``; where several layouts have
            the same columns, the one that prints most of them wins, then the first.
        kind: what the form is for, where that is known; layouts of this kind go before others.
    """
    known = tuple(role for role in column_roles if role in _ROLES)
    found = _by_roles().get((money_roles, known), ())
    return max(
        found, key=lambda layout: (layout.kind == kind, len(layout.words & words)), default=None
    )
