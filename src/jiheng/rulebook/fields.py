"""How each value of a pack file is written: one reader a key."""

import re
from collections.abc import Callable
from typing import Literal, TypeVar

from jiheng.model.audit import Severity
from jiheng.model.citation import Citation
from jiheng.model.quantity import PER_UNIT
from jiheng.rulebook import bands
from jiheng.rulebook.limits import CostLimit
from jiheng.rulebook.measures import is_none, percent, points, truth, whole, words
from jiheng.rulebook.nodes import Node
from jiheng.rulebook.pack import (
    Execution,
    MoneyBase,
    Reasons,
    Rounding,
    Sourced,
    Threshold,
    Tolerance,
    Weights,
)
from jiheng.rulebook.phrases import series

T = TypeVar("T")

Action = Literal["none", "reason", "deduct-points", "deduct-share", "judgement"]

NOWHERE = Citation(title="—", pinpoint="—", verified=False)
"""Stands for the source of a value that has none, while its other mistakes are gathered."""

_CODE = re.compile(r"[A-Z]{2}\d{2}")
_PLACES = 2


def citation(node: Node) -> Citation:
    """Return where a value was read."""
    entries = node.only(("title", "pinpoint", "verified"), ("url",))
    return Citation(
        title=words(entries["title"]),
        pinpoint=words(entries["pinpoint"]),
        verified=truth(entries["verified"]),
        url=words(entries["url"]) if "url" in entries else None,
    )


def sourced(node: Node, read: Callable[[Node], T]) -> Sourced[T]:
    """Return a value with its source; a value without one is refused."""
    entries = node.only(("value",), ("source",))
    source = _source(node, entries)
    return Sourced(value=read(entries["value"]), source=source)


def _source(node: Node, entries: dict[str, Node]) -> Citation:
    """Return the source; where mistakes are gathered, a value is read on without one."""
    if "source" not in entries:
        node.report("missing", key="source")
        return NOWHERE
    return entries["source"].attempt(citation) or NOWHERE


def choice(allowed: tuple[T, ...]) -> Callable[[Node], T]:
    """Return a reader that takes one of these words."""

    def read(node: Node) -> T:
        for word in allowed:
            if node.text == word:
                return word
        raise node.mistake("not-of-these", allowed=series(map(str, allowed)), text=node.text)

    return read


_money_base: Callable[[Node], MoneyBase] = choice(("initial", "adjusted"))
_kind: Callable[[Node], Literal["linear", "bands"]] = choice(("linear", "bands"))
_negative: Callable[[Node], Literal["inverse", "excess", "zero"]] = choice(
    ("inverse", "excess", "zero")
)
_equal: Callable[[Node], Literal["as-positive", "exact", "deviation"]] = choice(
    ("as-positive", "exact", "deviation")
)
_no_operator: Callable[[Node], Literal["infer", "silent"]] = choice(("infer", "silent"))
_above_pass: Callable[[Node], Literal["rescaled", "ratio"]] = choice(("rescaled", "ratio"))
_satisfaction: Callable[[Node], Literal["as-positive", "bands"]] = choice(("as-positive", "bands"))
_zero_target: Callable[[Node], Literal["met-or-zero", "not-applicable"]] = choice(
    ("met-or-zero", "not-applicable")
)
_zero_budget: Callable[[Node], Literal["not-applicable", "full", "zero"]] = choice(
    ("not-applicable", "full", "zero")
)
_mode: Callable[[Node], Literal["half-up", "truncate"]] = choice(("half-up", "truncate"))
_order: Callable[[Node], Literal["score-only", "rate-first"]] = choice(("score-only", "rate-first"))
_action: Callable[[Node], Action] = choice(("none", "reason", "judgement"))
_severity: Callable[[Node], Severity | Literal["off"]] = choice(("error", "warning", "info", "off"))


def or_none(read: Callable[[Node], T]) -> Callable[[Node], T | None]:
    """Return a reader that also takes the word none."""
    return lambda node: None if is_none(node) else read(node)


def _execution(node: Node) -> Execution:
    entries = node.only(("kind", "capped"), ("bands", "done_is_full"))
    kind = _kind(entries["kind"])
    if (kind == "bands") != ("bands" in entries):
        raise node.mistake("bands-of-kind")
    return Execution(
        kind=kind,
        capped=truth(entries["capped"]),
        done_is_full=truth(entries["done_is_full"]) if "done_is_full" in entries else False,
        bands=bands.bands(entries["bands"]) if "bands" in entries else (),
    )


def _weights(node: Node) -> Weights:
    entries = node.only(("total",), ("execution", "level1"))
    level1 = entries["level1"].keys if "level1" in entries else {}
    weights = Weights(
        execution=points(entries["execution"]) if "execution" in entries else None,
        total=points(entries["total"]),
        level1={name: points(child) for name, child in level1.items()},
    )
    if weights.is_whole and weights.known != weights.total:
        entries["total"].report("weights-off-total")
    if not weights.is_whole and not 0 < weights.known < weights.total:
        entries["total"].report("weights-in-part")
    return weights


def _cost_limit(node: Node) -> CostLimit:
    entries = node.only(("points", "default_rows"))
    return CostLimit(points=points(entries["points"]), default_rows=truth(entries["default_rows"]))


def _rounding(node: Node) -> Rounding:
    entries = node.only(("mode", "places", "order"), ("rate_places",))
    return Rounding(
        mode=_mode(entries["mode"]),
        places=whole(entries["places"], _PLACES),
        order=_order(entries["order"]),
        rate_places=whole(entries["rate_places"], _PLACES) if "rate_places" in entries else _PLACES,
    )


def _tolerance(node: Node) -> Tolerance:
    entries = node.only(("points", "rate"))
    return Tolerance(points=points(entries["points"]), rate=percent(entries["rate"]))


def _reasons(node: Node) -> Reasons:
    entries = node.only(("rate_below", "cited"))
    return Reasons(
        rate_below=or_none(percent)(entries["rate_below"]), cited=truth(entries["cited"])
    )


def threshold(node: Node) -> Sourced[Threshold | None]:
    """Return an over-completion threshold: a percent, none, or two percents it lies between."""
    if "between" not in node.keys:
        exact = sourced(node, or_none(percent))
        found = None if exact.value is None else Threshold(low=exact.value, high=exact.value)
        return Sourced(value=found, source=exact.source)
    entries = node.only(("between",), ("source",))
    ends = [percent(end) for end in entries["between"].items]
    if len(ends) != len(("low", "high")) or ends[0] >= ends[1]:
        raise entries["between"].mistake("between")
    found = Threshold(low=ends[0], high=ends[1])
    return Sourced(value=found, source=_source(node, entries))


def action(node: Node) -> tuple[Action, int]:
    """Return what over-completion leads to: a word, or ``{deduct: 50%}``, ``{deduct: 2}``."""
    if node.is_scalar:
        return _action(node), 0
    deduct = node.only(("deduct",))["deduct"]
    if "%" in deduct.text:
        return "deduct-share", percent(deduct)
    return "deduct-points", points(deduct)


def checks(node: Node) -> dict[str, Sourced[Severity | Literal["off"]]]:
    """Return severities by code of check."""
    read: dict[str, Sourced[Severity | Literal["off"]]] = {}
    for code, child in node.keys.items():
        if not _CODE.fullmatch(code):
            child.report("no-code")
            continue
        severity = child.attempt(lambda node: sourced(node, _severity))
        if severity is not None:
            read[code] = severity
    return read


VALUES: tuple[tuple[str, Callable[[Node], object]], ...] = (
    ("weights", lambda node: sourced(node, or_none(_weights))),
    ("money_base", lambda node: sourced(node, _money_base)),
    ("execution", lambda node: sourced(node, _execution)),
    ("negative", lambda node: sourced(node, _negative)),
    ("equal", lambda node: sourced(node, _equal)),
    ("no_operator", lambda node: sourced(node, _no_operator)),
    ("pass_threshold", lambda node: sourced(node, or_none(_pass_threshold))),
    ("above_pass", lambda node: sourced(node, _above_pass)),
    ("tiers", lambda node: sourced(node, bands.tiers)),
    ("satisfaction", lambda node: sourced(node, _satisfaction)),
    ("satisfaction_bands", lambda node: sourced(node, bands.bands)),
    ("zero_target", lambda node: sourced(node, _zero_target)),
    ("zero_budget", lambda node: sourced(node, _zero_budget)),
    ("rounding", lambda node: sourced(node, _rounding)),
    ("tolerance", lambda node: sourced(node, _tolerance)),
    ("reasons", lambda node: sourced(node, _reasons)),
    ("grades", lambda node: sourced(node, bands.grades)),
    ("total_ceilings", lambda node: sourced(node, or_none(bands.ceilings))),
    ("cost_limit", lambda node: sourced(node, or_none(_cost_limit))),
)
"""Every key whose value is read on its own; ``over_completion`` has two, read apart."""


def _pass_threshold(node: Node) -> int:
    share = percent(node)
    if not 0 < share < PER_UNIT:
        raise node.mistake("between-0-and-100")
    return share
