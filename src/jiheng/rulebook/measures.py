"""Percents, points and choices of a pack file, as the integers of ``Pack``."""

import re
from decimal import Decimal

from jiheng.rulebook.nodes import Node

_PERCENT = re.compile(r"(\d{1,6}(?:\.\d{1,2})?)\s*%")
_POINTS = re.compile(r"\d{1,6}(?:\.\d{1,2})?")
_TRUTH = {"true": True, "false": False}


def percent(node: Node) -> int:
    """Return a percent in 1/10,000: ``50%`` → 5000."""
    found = _PERCENT.fullmatch(node.text.strip())
    if found is None:
        raise node.mistake("percent", text=node.text)
    return int(Decimal(found[1]) * 100)


def points(node: Node) -> int:
    """Return points in 1/100 point: ``2.5`` → 250."""
    if _POINTS.fullmatch(node.text.strip()) is None:
        raise node.mistake("points", text=node.text)
    return int(Decimal(node.text.strip()) * 100)


def whole(node: Node, highest: int) -> int:
    """Return a whole number from 0 to ``highest``."""
    text = node.text.strip()
    if not re.fullmatch(r"\d{1,6}", text) or int(text) > highest:
        raise node.mistake("whole", highest=str(highest), text=node.text)
    return int(text)


def truth(node: Node) -> bool:
    """Return true or false."""
    if node.text not in _TRUTH:
        raise node.mistake("truth", text=node.text)
    return _TRUTH[node.text]


def words(node: Node) -> str:
    """Return a text that is not empty."""
    text = node.text.strip()
    if not text:
        raise node.mistake("empty")
    return text


def is_none(node: Node) -> bool:
    """Whether the pack says outright that there is no such value."""
    return node.is_scalar and node.text == "none"
