"""By how much totals change: a bar for each size of the change."""

from jiheng.model.simulation import Bin
from jiheng.writers.charts.scale import Scale
from jiheng.writers.report.markup import Html, el
from jiheng.writers.simulation.words import Words, count_words

_WIDTH, _LEFT, _RIGHT = 440, 126, 320
_PITCH, _THICK = 26, 9
_MINUS = "−"


def changes(bins: tuple[Bin, ...], words: Words) -> Html:
    """Return the chart, the falls above; totals that stay the same have no bar, but a number.

    Each size has two bars: of the lowest totals and, below, of the highest.
    """
    most = max((count for each in bins if not _is_zero(each) for count in _counts(each)), default=0)
    scale = Scale(low=0, high=most or 1, left=_LEFT, right=_RIGHT, step=most or 1)
    lines = [each for each in bins if any(_counts(each)) or _is_zero(each)]
    title = words("chart.changes")
    return el(
        "svg",
        el("title", title),
        *(_line(each, at, scale, words) for at, each in enumerate(lines)),
        viewBox=f"0 0 {_WIDTH} {_PITCH * len(lines)}",
        role="img",
        aria_label=title,
    )


def _counts(each: Bin) -> tuple[int, int]:
    return each.lowest, each.highest


def _is_zero(each: Bin) -> bool:
    return each.low == each.high == "0"


def _line(each: Bin, at: int, scale: Scale, words: Words) -> Html:
    middle = _PITCH * at + _PITCH // 2
    label = el("text", _label(each, words), class_="end", x=str(_LEFT - 8), y=str(middle))
    if _is_zero(each):
        told = words(
            "change.same", lowest=count_words(each.lowest), highest=count_words(each.highest)
        )
        return el("g", label, el("text", told, x=str(_LEFT), y=str(middle)))
    kind = "down" if (each.high or "").startswith("-") else "up"
    bars = (
        _bar(f"{kind} {name}", count, middle + (place - 1) * (_THICK + 1), scale, column, each)
        for place, (name, count, column) in enumerate(
            (("low", each.lowest, "rise_low"), ("high", each.highest, "rise_high"))
        )
    )
    end = max(map(scale.at, _counts(each))) + 6
    told = " / ".join(dict.fromkeys(map(count_words, _counts(each))))
    return el("g", label, *bars, el("text", told, x=str(end), y=str(middle)))


def _bar(kind: str, count: int, top: int, scale: Scale, column: str, each: Bin) -> Html:
    ends = ((">=", each.low), ("<=", each.high))
    asked = "  ".join(f"{column}{sign}{end}" for sign, end in ends if end is not None)
    size = {"x": str(_LEFT), "y": str(top), "height": str(_THICK)}
    return el(
        "rect",
        el("title", asked),
        class_=kind,
        width=str(max(scale.at(count) - _LEFT, int(count > 0))),
        **size,
    )


def _label(each: Bin, words: Words) -> str:
    """Return the size of a change in words: between two, or beyond one."""
    low, high = (None if end is None else end.replace("-", _MINUS) for end in (each.low, each.high))
    if low is None:
        return words("change.below", points=high or "")
    if high is None:
        return words("change.above", points=f"+{low}")
    if low == high:
        return words("change.none")
    sign = "" if low.startswith(_MINUS) else "+"
    return words("change.between", low=f"{sign}{low}", high=f"{sign}{high}")
