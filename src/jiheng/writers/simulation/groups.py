"""What changes by region, department, sector, size of the budget and year."""

from collections.abc import Iterable
from fractions import Fraction

from jiheng.model.simulation import Grouping, Row, Sums
from jiheng.writers.charts.scale import Scale
from jiheng.writers.report.markup import Html, el
from jiheng.writers.simulation.words import (
    Words,
    change_words,
    count_words,
    ends_words,
    share_words,
)

MOST = 25
"""So many rows stand on the page; all are in the tables beside it."""
_IN_ORDER = ("size", "year")
_WIDTH, _HEIGHT, _AROUND = 160, 16, 2
_COLUMNS = ("forms", "before", "after", "rise", "changed", "up", "down", "money")
_MIDDLE = _WIDTH // 2


def group_table(grouping: Grouping, words: Words) -> Html:
    """Return the table of one key, those with the most changed grades first."""
    rows = _ordered(grouping)
    shown = rows[:MOST]
    widest = max((abs(end) for row in shown for end in _rises(row.sums)), default=Fraction(0))
    heads = (el("th", words(f"col.{name}"), scope="col", class_="num") for name in _COLUMNS)
    head = el("tr", el("th", words(f"name.{grouping.by}"), scope="col"), *heads, el("th"))
    body = (_row(row, grouping.by, widest, words) for row in shown)
    table = el("table", el("thead", head), el("tbody", *body), class_="groups")
    left = len(rows) - len(shown)
    more = el("p", words("more", count=str(left)), class_="note") if left else None
    return el(
        "section",
        el("h2", words(f"by.{grouping.by}")),
        el("div", table, class_="scroll"),
        more,
        class_="card",
    )


def _ordered(grouping: Grouping) -> tuple[Row, ...]:
    if grouping.by in _IN_ORDER:
        return tuple(sorted(grouping.rows, key=_beginning))
    return tuple(sorted(grouping.rows, key=_weight))


def _beginning(row: Row) -> tuple[bool, int]:
    """Return where a size or a year begins; what is not known comes last."""
    return row.name is None, int((row.name or "0").partition("-")[0])


def _weight(row: Row) -> tuple[int, int, int, str]:
    sums = row.sums
    return -sums.crossing, -sums.changed, -sums.forms, row.name or ""


def _rises(sums: Sums) -> Iterable[Fraction]:
    """Yield by how much each end of the mean rises."""
    if sums.mean_before is not None and sums.mean_after is not None:
        yield Fraction(sums.mean_after.low) - Fraction(sums.mean_before.low)
        yield Fraction(sums.mean_after.high) - Fraction(sums.mean_before.high)


def _row(row: Row, by: str, widest: Fraction, words: Words) -> Html:
    sums, asked = row.sums, _asked(row.name, by)
    cells = (
        (count_words(sums.forms), asked),
        (ends_words(sums.mean_before), None),
        (ends_words(sums.mean_after), None),
        (change_words(sums.mean_before, sums.mean_after), None),
        (share_words(sums.changed, sums.compared), f"{asked}  changed=true"),
        (count_words(sums.up), f"{asked}  move=up"),
        (count_words(sums.down), f"{asked}  move=down"),
        (words.money(sums.crossing_money), f"{asked}  move!=same"),
    )
    return el(
        "tr",
        el("th", _name(row.name, by, words), scope="row", title=asked),
        *(el("td", text, class_="num", title=title) for text, title in cells),
        el("td", _bar(sums, widest)),
    )


def _name(name: str | None, by: str, words: Words) -> str:
    """Return what a row is called; a sector and a size are told in words."""
    if name is None:
        return words("unknown")
    match by:
        case "sector":
            return words.sector(name)
        case "size":
            return _size(name, words)
        case _:
            return name


def _size(name: str, words: Words) -> str:
    low, _, high = name.partition("-")
    if not high:
        return words("size.from", low=words.money(low))
    if low == "0":
        return words("size.below", high=words.money(high))
    return words("size.between", low=words.money(low), high=words.money(high))


def _asked(name: str | None, by: str) -> str:
    """Return the condition that gives the forms of a row."""
    if by != "size":
        return f"{by}={name or ''}"
    if name is None:
        return "budget="
    low, _, high = name.partition("-")
    return f"budget>={low}" + (f"  budget<{high}" if high else "")


def _bar(sums: Sums, widest: Fraction) -> Html | None:
    """Return a bar from the middle to where the means go: as far as both ends, and as one."""
    rises = list(_rises(sums))
    if not rises or not widest:
        return None
    units = [int(100_000 * each / widest) for each in rises]
    scale = Scale(low=-100_000, high=100_000, left=_AROUND, right=_WIDTH - _AROUND, step=100_000)
    ends = [scale.at(each) for each in units]
    parts = (
        el(
            "rect",
            class_=f"{'up' if end > _MIDDLE else 'down'} {name}",
            x=str(min(end, _MIDDLE)),
            y=str(3 if name == "low" else 8),
            width=str(abs(end - _MIDDLE)),
            height="5",
        )
        for name, end in zip(("low", "high"), ends, strict=True)
    )
    axis = el("path", class_="zero", d=f"M{_MIDDLE} 0V{_HEIGHT}")
    size = {"width": str(_WIDTH), "height": str(_HEIGHT)}
    return el("svg", *parts, axis, viewBox=f"0 0 {_WIDTH} {_HEIGHT}", aria_hidden="true", **size)
