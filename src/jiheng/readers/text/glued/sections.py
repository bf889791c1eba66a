"""The sections of a form without separators, found by the words that forms print."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from jiheng.formats.errors import FormatError
from jiheng.readers.recognise.costs import MONEY_SKIPS, OTHER_SKIP
from jiheng.readers.recognise.header import UNKNOWN
from jiheng.readers.text.glued.body import BROKEN, rows_of_body
from jiheng.readers.text.recut.agree import money_odds
from jiheng.readers.text.recut.decode import Effort, readings
from jiheng.readers.text.recut.figures import money_fit
from jiheng.readers.text.recut.joints import soft_row
from jiheng.rulebook.headings import (
    column_role,
    column_role_by_letters,
    headings,
    label_of,
    money_role,
)
from jiheng.rulebook.phrases import phrase

_PAGE_MARK = re.compile(r"\n\s{0,20}\d{1,2}、")
_POINTS = re.compile(r"\s*(100(?:\.0+)?|\d{1,2}(?:\.\d{1,2})?)分?")
_AMOUNTS = re.compile(r"[-\d.,%％万元—－/ ]*")
_REMARK = r"(?:\s*[(（][^()（）]{1,12}[)）])?[:：]?\s*"
FEWEST_COLUMNS, FEWEST_MONEY = 4, 3
WIDEST_GAP = 6
"""Characters of a heading that nobody knows, between headings that are known."""
SHORTEST_LABEL, SHORTEST_TEXT = 3, 4
"""Shorter ones stand inside other words too often."""
FARTHEST_TITLE = 1_000
LONGEST_BODY, LONGEST_BODIES = 4_000, 8_000
"""So many characters without a total below them are no indicators; and so many are read in all."""

Cells = list[tuple[int, str]]
"""The cells of a row: column and text."""


class Run(Struct, frozen=True, kw_only=True):
    """Headings that stand one behind another.

    Attributes:
        roles: their roles, each once; unknown ones too.
        words: the headings as printed.
    """

    start: int
    end: int
    roles: tuple[str, ...]
    words: tuple[str, ...]


def rows_of_glued(text: str, effort: Effort) -> list[list[Cells]]:
    """Return the rows of each form in a text without separators; [] when it holds none.

    Raises:
        FormatError: there is too much of it.
    """
    printed = _PAGE_MARK.sub("", text)
    plain, origin = _without_broken_lines(printed)
    labels = [*(found.start() for found in _end().finditer(plain)), len(plain)]
    heads = filter(_heads_indicators, _runs(plain, "columns"))
    ended = ((run, labels[bisect_left(labels, run.end)]) for run in heads)
    runs = [(run, end) for run, end in ended if end - run.end <= LONGEST_BODY]
    length = sum(end - run.end for run, end in runs)
    if length > LONGEST_BODIES:
        raise FormatError(phrase("format.glued", length=str(length), most=str(LONGEST_BODIES)))
    starts = [0, *(end for _, end in runs)]
    return [
        list(_rows(plain, start, run, end, printed[origin[run.end] : origin[end]], effort))
        for start, (run, end) in zip(starts[:-1], runs, strict=True)
    ]


def _without_broken_lines(text: str) -> tuple[str, list[int]]:
    """Return a text without blanks inside its words, and where each character stood."""
    blanks = (range(*found.span()) for found in BROKEN.finditer(text))
    left_out = {at for run in blanks for at in run}
    kept = [at for at in range(len(text)) if at not in left_out]
    return "".join(text[at] for at in kept), [*kept, len(text)]


def _heads_indicators(run: Run) -> bool:
    roles = set(run.roles)
    return len(roles) >= FEWEST_COLUMNS and "name" in roles and bool(roles & {"target", "actual"})


def _rows(text: str, start: int, run: Run, end: int, body: str, effort: Effort) -> Iterator[Cells]:
    yield from _upper(text[start : run.start], effort)
    levels = [role for role in ("level1", "level2") if role not in run.roles]
    roles = (*levels, *run.roles)
    yield [(at + len(levels), word) for at, word in enumerate(run.words)]
    for row in rows_of_body(body, roles, effort):
        yield [(roles.index(role), cell) for role, cell in row.items()]
    yield from _closing(text[end:], "weight" in roles)


def _closing(text: str, has_weights: bool) -> Iterator[Cells]:
    """Yield the total's row."""
    found = _end().match(text)
    if found is None or label_of(found[0]) != "total":
        return
    points: list[str] = []
    at = found.end()
    while len(points) <= has_weights and (number := _POINTS.match(text, at)):
        points.append(number[1])
        at = number.end()
    yield [(0, found[0]), *enumerate(points, 1)]


@cache
def _end() -> re.Pattern[str]:
    """Return what matches the label that follows the indicators."""
    words = headings()
    totals = _any_of(words.labels["total"])
    texts = _any_of(
        [*words.labels["conclusion"], *(word for word in words.texts if len(word) >= SHORTEST_TEXT)]
    )
    return re.compile(rf"(?:{totals})(?=\s*\d)|(?:{texts})|注[:：]|说明[:：]")


def _upper(text: str, effort: Effort) -> Iterator[Cells]:
    """Yield the rows above the indicators: labels with their values, money, the goal."""
    money = next((run for run in _runs(text, "money") if len(run.roles) >= FEWEST_MONEY), None)
    goal = _goal_words().search(text, 0 if money is None else money.end)
    until = len(text) if goal is None else goal.start()
    yield from _labelled(text[: until if money is None else money.start])
    if money is not None:
        yield list(enumerate(("资金", *money.words)))
        yield from _money_lines(text[money.end : until], money.roles, effort)
    if goal is not None:
        yield from _goal(text[goal.start() :])


def _labelled(text: str) -> Iterator[Cells]:
    """Yield the title, and each label with what follows it up to the next."""
    label = _label_words().search(text)
    title = _title().search(text[: label.start()][-FARTHEST_TITLE:]) if label else None
    if title is not None:
        yield [(0, title[0])]
    for match, value in _parts(_label_words(), text):
        yield [(0, match[1]), (1, value)] if value else [(0, match[1])]


def _money_lines(text: str, roles: tuple[str, ...], effort: Effort) -> Iterator[Cells]:
    for match, values in _parts(_money_labels(), text):
        amounts = _AMOUNTS.match(values)
        yield [
            (0, match[0].strip()),
            *_amounts(amounts[0].strip() if amounts else "", roles, effort),
        ]


def _parts(labels: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each label in a text with what stands between it and the next."""
    found = list(labels.finditer(text))
    ends = [*(match.start() for match in found), len(text)][1:]
    for match, end in zip(found, ends, strict=True):
        yield match, text[match.end() : end].strip()


def _amounts(text: str, roles: tuple[str, ...], effort: Effort) -> Cells:
    """Return the amounts of a money line, cut so that its rate agrees with them."""
    if not text:
        return []
    found = readings(
        soft_row(0, text),
        lambda cell: [money_fit(role, cell) for role in roles],
        [MONEY_SKIPS.get(role, OTHER_SKIP) for role in roles],
        effort,
        is_grid=False,
        most=60,
    )
    if not found:
        return [(1, text)]
    best = min(
        found,
        key=lambda each: each.cost + money_odds({roles[at]: cell for at, cell in each.cells}),
    )
    return [(at + 1, cell) for at, cell in best.cells]


def _goal(text: str) -> Iterator[Cells]:
    """Yield the goal's headings and its text; where goal and outcome part, nobody can tell."""
    heads: Cells = []
    at = 0
    while (match := _goal_words().match(text, at)) is not None:
        heads.append((len(heads), match[0].strip()))
        at = match.end()
    yield heads
    side = re.search(rf"(?:{_any_of(headings().side)}){_REMARK}$", text)
    rest = text[at : side.start() if side else len(text)].strip()
    if rest:
        yield [(1, rest)]


def _runs(text: str, block: str) -> Iterator[Run]:
    """Yield the runs of headings of one block."""
    role_of = column_role if block == "columns" else money_role
    found = [(match.start(), match.end(), match[0]) for match in _headings(block).finditer(text)]
    at = 0
    while at < len(found):
        start, end, word = found[at]
        columns: dict[str, str] = {role_of(word) or UNKNOWN: word}
        at += 1
        while at < len(found) and found[at][0] - end <= WIDEST_GAP:
            gap, (begin, stop, word) = text[end : found[at][0]], found[at]
            role = role_of(word) or UNKNOWN
            if role in columns:
                break
            if gap.strip():
                scrambled = column_role_by_letters(gap) if block == "columns" else None
                is_free = scrambled not in {None, role, *columns}
                if is_free and scrambled:
                    columns[scrambled] = headings().columns[scrambled][0]
                else:
                    columns[f"{UNKNOWN}{begin}"] = gap.strip()
            columns[role] = word
            end = stop
            at += 1
        yield Run(start=start, end=end, roles=tuple(columns), words=tuple(columns.values()))


@cache
def _headings(block: str) -> re.Pattern[str]:
    words = headings().columns if block == "columns" else headings().money
    return re.compile(
        rf"(?:{_any_of([word for each in words.values() for word in each])}){_REMARK}"
    )


@cache
def _label_words() -> re.Pattern[str]:
    """Return what matches the labels above the money and the goal."""
    words = headings()
    names = (
        "project",
        "code",
        "whole",
        "department",
        "implementing_unit",
        "reporting_unit",
        "filled_on",
    )
    labels = [word for name in names for word in words.labels[name] if len(word) >= SHORTEST_LABEL]
    others = [*words.texts, *words.money_block, *words.other_labels]
    return re.compile(rf"(?:县级|市级|省级)?({_any_of([*labels, *others])}){_REMARK}")


@cache
def _money_labels() -> re.Pattern[str]:
    words = [word for word in headings().money_lines if len(word) >= SHORTEST_LABEL]
    return re.compile(
        rf"(?:其中[:：]?)?(?:年度)?[\u4e00-\u9fff、]{{0,12}}?(?:{_any_of(words)})(?:总额)?{_REMARK}"
    )


@cache
def _goal_words() -> re.Pattern[str]:
    words = headings()
    listed = [*words.goal_block, *words.goal_expected, *words.goal_actual]
    return re.compile(rf"(?:{_any_of(listed)}){_REMARK}")


@cache
def _title() -> re.Pattern[str]:
    """Return what matches the last title of a text, with the year behind it."""
    titles = _any_of(headings().titles)
    return re.compile(
        rf"[\u4e00-\u9fff\d()（）]{{0,30}}(?:{titles})\s*(?:[(（]\d{{4}}年度?[)）])?(?!.*(?:{titles}))"
    )


def _any_of(words: "list[str] | tuple[str, ...]") -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
