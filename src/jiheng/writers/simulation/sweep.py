"""What changes along the values of one setting: a table, and three plots over it."""

from fractions import Fraction
from itertools import accumulate

from jiheng.model.simulation import Ends, Simulation, Step
from jiheng.writers.charts.scale import Scale, scale_for
from jiheng.writers.report.markup import Html, el
from jiheng.writers.simulation.words import (
    Words,
    count_words,
    ends_words,
    share_words,
)

_WIDTH, _HEIGHT = 440, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 430, 12, 206
_BELOW, _BESIDE = 16, 6
_MOST_LABELS = 8
_HUNDREDTHS = 100
_LARGEST = 10**20
_FULL = 100_00


def sweep_sections(simulation: Simulation, words: Words) -> tuple[Html, ...]:
    """Return the table and the plots of a sweep."""
    steps = simulation.steps
    plots = (
        ("means", _means(steps, words)),
        ("grades", _grades(steps, simulation.grades, words)),
        ("money", _money(steps, words)),
    )
    drawn = (
        el("section", el("h2", words(f"sweep.{name}")), *parts, class_="card chart")
        for name, parts in plots
    )
    table = el("div", _table(simulation, words), class_="scroll")
    head = el("h2", words("sweep.table", parameter=simulation.parameter or ""))
    note = el("p", words("sweep.forms"), class_="note")
    return el("section", head, table, note, class_="card"), el("div", *drawn, class_="plots")


def _table(simulation: Simulation, words: Words) -> Html:
    grades = simulation.grades
    columns = ("mean", "changed", "up", "down", "money", "ranges")
    heads = [words(f"col.{name}") for name in columns]
    named = [*heads, *reversed(grades), words("range"), words("unsaid")]
    first = el("th", simulation.parameter, scope="col")
    head = el("tr", first, *(el("th", name, scope="col", class_="num") for name in named))
    before = simulation.steps[0].sums
    start = (ends_words(before.mean_before), "", "", "", "", count_words(before.ranges_before))
    rows = [_row(words("before"), (*start, *_counted(simulation.steps[0], grades, "before")))]
    rows += [_row(step.value or "", _values(step, grades, words)) for step in simulation.steps]
    return el("table", el("thead", head), el("tbody", *rows), class_="groups")


def _values(step: Step, grades: tuple[str, ...], words: Words) -> tuple[str, ...]:
    sums = step.sums
    return (
        ends_words(sums.mean_after),
        share_words(sums.changed, sums.compared),
        count_words(sums.up),
        count_words(sums.down),
        words.money(sums.crossing_money),
        count_words(sums.ranges_after),
        *_counted(step, grades, "after"),
    )


def _row(name: str, values: tuple[str, ...]) -> Html:
    cells = (el("td", text, class_="num") for text in values)
    return el("tr", el("th", name, scope="row"), *cells)


def _counted(step: Step, grades: tuple[str, ...], side: str) -> tuple[str, ...]:
    *sure, ranged, unsaid = _states(step, grades, side)
    return tuple(map(count_words, (*reversed(sure), ranged, unsaid)))


def _states(step: Step, grades: tuple[str, ...], side: str) -> list[int]:
    """Return forms by grade, the lowest first; then those that span grades, and the unsaid."""
    counts = dict.fromkeys((*grades, "–", None), 0)
    for move in step.moves:
        state = move.before if side == "before" else move.after
        counts[state if state in counts else "–"] += move.forms
    return list(counts.values())


def _means(steps: tuple[Step, ...], words: Words) -> tuple[Html, ...]:
    """Return the plot of the mean total, both its ends, with what it is now as a broken line."""
    before = _hundredths(steps[0].sums.mean_before)
    after = [_hundredths(step.sums.mean_after) for step in steps]
    most = _FULL if max(max(ends) for ends in (before, *after)) <= _FULL else _LARGEST
    upward = scale_for((*before, *(end for ends in after for end in ends)), 1, _BOTTOM, _TOP, most)
    across = _across(steps)
    lines = [
        el("path", class_=f"now {name}", d=f"M{_LEFT} {upward.at(end)}H{_RIGHT}")
        for name, end in zip(("low", "high"), before, strict=True)
    ]
    for place, name in enumerate(("low", "high")):
        points = [(across.at(at), upward.at(ends[place])) for at, ends in enumerate(after)]
        path = "L".join(f"{x} {y}" for x, y in points)
        lines.append(el("path", class_=f"line {name}", d=f"M{path}"))
        lines += [
            el("circle", el("title", f"{step.value}: {ends_words(step.sums.mean_after)}"),
               class_=f"dot {name}", cx=str(x), cy=str(y), r="3.5")
            for (x, y), step in zip(points, steps, strict=True)
        ]  # fmt: skip
    ticks = [(tick.at, f"{tick.value / _HUNDREDTHS:g}") for tick in upward.ticks]
    legend = _legend(
        (("line-low", words("lowest")), ("line-high", words("highest")), ("now", words("before")))
    )
    return legend, _plot(words("sweep.means"), steps, ticks, lines)


def _hundredths(ends: Ends | None) -> tuple[int, int]:
    if ends is None:
        return 0, 0
    return int(Fraction(ends.low) * _HUNDREDTHS), int(Fraction(ends.high) * _HUNDREDTHS)


def _grades(steps: tuple[Step, ...], grades: tuple[str, ...], words: Words) -> tuple[Html, ...]:
    """Return the plot of the grades: a bar of all forms for each value."""
    names = (*grades, words("range"), words("unsaid"))
    kinds = (*(f"g{place}" for place in range(len(grades))), "ranged", "unsaid")
    whole = max(steps[0].sums.forms, 1)
    upward = Scale(low=0, high=whole, left=_BOTTOM, right=_TOP, step=whole)
    bars: list[Html] = []
    for at, step in enumerate(steps):
        counts = _states(step, grades, "after")
        tops = [upward.at(sum_) for sum_ in accumulate(counts)]
        parts = zip(names, kinds, counts, tops, [_BOTTOM, *tops[:-1]], strict=True)
        bars += [
            el("rect", el("title", f"{step.value} {name} {count_words(count)}"),
               class_=kind, y=str(top), height=str(low - top), **_place(at, steps))
            for name, kind, count, top, low in parts
            if count
        ]  # fmt: skip
    ticks = [(upward.at(whole * part // 4), f"{25 * part}%") for part in range(5)]
    return _legend(tuple(zip(kinds, names, strict=True))), _plot(
        words("sweep.grades"), steps, ticks, bars
    )


def _money(steps: tuple[Step, ...], words: Words) -> tuple[Html, ...]:
    """Return the plot of the money in projects that have other grades."""
    yuan = [int(Fraction(step.sums.crossing_money)) for step in steps]
    upward = scale_for((0, *yuan), 1, _BOTTOM, _TOP, _LARGEST)
    bars = [
        el("rect", el("title", f"{step.value}: {words.money(step.sums.crossing_money)}"),
           class_="after", y=str(upward.at(amount)), height=str(_BOTTOM - upward.at(amount)),
           **_place(at, steps))
        for at, (step, amount) in enumerate(zip(steps, yuan, strict=True))
    ]  # fmt: skip
    unit, amounts = words.money_axis(tuple(tick.value for tick in upward.ticks))
    ticks = [(tick.at, told) for tick, told in zip(upward.ticks, amounts, strict=True)]
    return el("p", unit, class_="keys"), _plot(words("sweep.money"), steps, ticks, bars)


def _across(steps: tuple[Step, ...]) -> Scale:
    """Return the places of the steps, with half a step of room at both ends."""
    half = (_RIGHT - _LEFT) // (2 * len(steps))
    return Scale(low=0, high=len(steps) - 1, left=_LEFT + half, right=_RIGHT - half, step=1)


def _place(at: int, steps: tuple[Step, ...]) -> dict[str, str]:
    width = max((_RIGHT - _LEFT) * 7 // (10 * len(steps)), 1)
    return {"x": str(_across(steps).at(at) - width // 2), "width": str(width)}


def _plot(
    title: str, steps: tuple[Step, ...], ticks: list[tuple[int, str]], shapes: list[Html]
) -> Html:
    lines = [el("path", class_="tick", d=f"M{_LEFT} {at}H{_RIGHT}") for at, _ in ticks]
    sides = [
        el("text", text, class_="end", x=str(_LEFT - _BESIDE), y=str(at)) for at, text in ticks
    ]
    across = _across(steps)
    each = -(-len(steps) // _MOST_LABELS)
    below = [
        el("text", step.value, class_="axis", x=str(across.at(at)), y=str(_BOTTOM + _BELOW))
        for at, step in enumerate(steps)
        if at % each == 0
    ]
    box = f"0 0 {_WIDTH} {_HEIGHT}"
    return el(
        "svg", el("title", title), *lines, *sides, *below, *shapes,
        viewBox=box, role="img", aria_label=title,
    )  # fmt: skip


def _legend(entries: tuple[tuple[str, str], ...]) -> Html:
    return el(
        "p",
        *(el("span", el("i", class_=kind), name) for kind, name in entries),
        class_="keys",
    )
