"""The figures of all forms together."""

from jiheng.model.simulation import Sums
from jiheng.writers.report.markup import Html, el
from jiheng.writers.simulation.words import (
    Words,
    change_words,
    count_words,
    ends_words,
    share_words,
)

_ASKED = {
    "changed": "changed=true",
    "crossing": "move!=same",
    "money": "move!=same",
    "ranges": "width_after>0",
    "unsaid": "after=",
}
"""The conditions that give the forms of a figure."""


def tiles(sums: Sums, words: Words) -> Html:
    """Return the figures side by side, each with what it is of."""
    shown = (
        (
            "mean",
            _pair(ends_words(sums.mean_before), ends_words(sums.mean_after)),
            _rise(sums, words),
        ),
        ("changed", count_words(sums.changed), share_words(sums.changed, sums.compared)),
        ("crossing", count_words(sums.crossing), _moves(sums, words)),
        ("money", words.money(sums.crossing_money), words("tile.of", all=words.money(sums.money))),
        ("ranges", _counts(sums.ranges_before, sums.ranges_after), _ranges(sums, words)),
        ("unsaid", _counts(sums.unsaid_before, sums.unsaid_after), _compared(sums, words)),
    )
    return el("section", *(_tile(*each, words) for each in shown), class_="card tiles")


def _tile(name: str, value: str, hint: str, words: Words) -> Html:
    title = el("small", words(f"tile.{name}"))
    return el("div", title, el("b", value), el("small", hint), title=_ASKED.get(name))


def _pair(before: str, after: str) -> str:
    return f"{before} → {after}"


def _counts(before: int, after: int) -> str:
    return _pair(count_words(before), count_words(after))


def _rise(sums: Sums, words: Words) -> str:
    return words("tile.rise", rise=change_words(sums.mean_before, sums.mean_after))


def _moves(sums: Sums, words: Words) -> str:
    return words("tile.moves", up=count_words(sums.up), down=count_words(sums.down))


def _ranges(sums: Sums, words: Words) -> str:
    share = share_words(sums.ranges_after, sums.forms - sums.unsaid_after)
    return words("tile.share", share=share)


def _compared(sums: Sums, words: Words) -> str:
    return words("tile.compared", count=count_words(sums.compared))
