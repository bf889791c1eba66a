"""The rows of indicators below their headings, in a text of one cell a line."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from jiheng.formats.errors import FormatError
from jiheng.model.document import GridCell
from jiheng.model.points import parse_points
from jiheng.readers.recognise.content import LEVELS, kind_of
from jiheng.readers.recognise.costs import (
    INDICATOR_SKIPS,
    OTHER_SKIP,
    SURPLUS,
    Costs,
    content_cost,
    indicator_costs,
)
from jiheng.readers.recognise.header import UNKNOWN, Column, Header
from jiheng.readers.text.stream.blanks import passing_blanks
from jiheng.readers.text.stream.cells import Cell, placed_rows, price_of_staying
from jiheng.readers.text.stream.decode import Prices, decode
from jiheng.readers.text.stream.sums import add_up, lone_points
from jiheng.readers.text.stream.words import (
    Token,
    begins_with_sign,
    ends_indicators,
    holds_label,
    is_heading,
)
from jiheng.rulebook.headings import is_numbered_goal, level1_of, level2_parents, level_word
from jiheng.rulebook.phrases import phrase

MOST_BODY_TOKENS = 5_000
MOST_INSIDE = 60
"""Words of a row below a text in it, and of those down to the next level."""
_MORE_THAN_WEIGHT = 4.0
_UNKNOWN_COLUMN = 1.5
_SIGN_BEFORE_ACTUAL = 1.5
"""What was reached is seldom printed with an operator; what is aimed at mostly is."""
_NAME_GOES_ON = 0.6
"""A name over two lines of a narrow cell."""
_NO_REASON = 1.0
"""Behind a full score a few words seldom say why; they begin the next row."""
_NONE = "无"
"""A reason that says there is nothing to say: 无, 无偏差."""
_SAYS_WHY = re.compile("了|^因|由于|^年中")
_FEW_WORDS = {"words", "level-like"}
_SAME_TWICE = 0.2
"""A second level of any wording, printed again as the name of its indicator."""


def read_body(
    tokens: list[Token], start: int, header: Header, blanks: Sequence[int] = ()
) -> tuple[list[list[Cell]], int]:
    """Return the rows below the headings, and where they end.

    Args:
        tokens: the lines.
        start: where the first row begins.
        header: the columns.
        blanks: numbers of the lines that stand for an empty cell.

    Raises:
        FormatError: there are too many lines.
    """
    end = end_of_rows(tokens, start)
    body = filled(tokens[start:end])
    if len(body) > MOST_BODY_TOKENS:
        raise FormatError(
            phrase("format.body-lines", lines=str(len(body)), most=str(MOST_BODY_TOKENS))
        )
    prices = _prices(body, header, blanks)
    columns = (_SIDE, *header.columns)
    rows = placed_rows(body, decode(prices), columns)
    if lone_points(rows, header) and not add_up(rows, header, tokens, start):
        others = placed_rows(body, decode(_with_scores(prices, header)), columns)
        rows = others if add_up(others, header, tokens, start) else rows
    return _doubted(rows, columns), end


def end_of_rows(tokens: list[Token], start: int) -> int:
    """Return where the rows of indicators end that begin at a line."""
    end = start
    first = ""
    while end < len(tokens) and not ends_rows(tokens, end, below=first):
        first = level1_of(tokens[end][1]) or first
        end += 1
    return end


def ends_rows(tokens: list[Token], at: int, *, below: str) -> bool:
    """Whether a line ends the indicators.

    绩效目标 is a second level below 决策, and 年度绩效目标2 may stand beside its indicators.
    """
    text = tokens[at][1]
    if is_numbered_goal(text) and at + 1 < len(tokens) and kind_of(tokens[at + 1][1]) in LEVELS:
        return False
    is_level = below in level2_parents().get(level_word(text), ())
    return not is_level and ends_indicators(text) and not _is_inside(tokens, at)


def _is_inside(tokens: list[Token], at: int) -> bool:
    """Whether a label and its text, 改进措施：…, stand in a row: rows of the same table follow."""
    if not holds_label(tokens[at][1]):
        return False
    for _, text in tokens[at + 1 : at + 1 + MOST_INSIDE]:
        if kind_of(text) in LEVELS:
            return True
        if ends_indicators(text) or is_heading(text):
            return False
    return False


def filled(body: list[Token]) -> list[Token]:
    """Return the lines without names left empty, and without levels that hold only such."""
    kept: list[Token] = []
    is_bare = False
    for token in reversed(body):
        kind, below = kind_of(token[1]), kind_of(kept[-1][1]) if kept else ""
        if kind == "empty-name":
            is_bare = True
        elif not (is_bare and below in _HOLDING_NOTHING.get(kind, ())):
            kept.append(token)
            is_bare = False
    return kept[::-1]


_FIRST_LEVELS = {"", "level1", "level1-points"}
_HOLDING_NOTHING = {
    "level1": _FIRST_LEVELS,
    "level1-points": _FIRST_LEVELS,
    "level2": {"", *LEVELS},
    "both": {"", *LEVELS},
}
"""A level's kind → what stands below it, names left empty aside, when it holds no indicator."""


_SIDE = Column(role="side", cell=GridCell(row=0, column=0))


def _with_scores(prices: Prices, header: Header) -> Prices:
    """Return prices by which a row with one number of points has the score and no weight."""
    dear = dict(zip(("side", *header.roles), prices.skip, strict=True))
    dear["weight"], dear["score"] = dear["score"], dear["weight"]
    return replace(prices, skip=[*dear.values()])


def _prices(body: list[Token], header: Header, blanks: Sequence[int]) -> Prices:
    costs = indicator_costs(header)
    roles = ("side", *header.roles)
    kinds = [kind_of(text) for _, text in body]
    skip = [_skip(role) for role in roles]
    after = {**_above_weight(body, roles), **_reason_of_full_score(body, kinds, roles)}
    return Prices(
        take=_takes(body, kinds, roles, costs),
        stay=_stays(body, kinds, roles),
        skip=skip,
        after=passing_blanks(body, skip, after, blanks),
    )


def _stays(body: list[Token], kinds: list[str], roles: tuple[str, ...]) -> list[list[float]]:
    stay = {kind: [price_of_staying(role, kind) for role in roles] for kind in set(kinds)}
    stays = [[*stay[kind]] for kind in kinds]
    if "name" in roles:
        for at in range(1, len(body)):
            if _may_end_name(body, kinds, at):
                stays[at][roles.index("name")] = _NAME_GOES_ON
    return stays


def _may_end_name(body: list[Token], kinds: list[str], at: int) -> bool:
    """Whether a line may be the rest of a name: values stand below it, or the same words twice."""
    if kinds[at - 1] != "words" or kinds[at] not in _FEW_WORDS:
        return False
    below = [text for _, text in body[at + 1 : at + 3]]
    return kinds[at + 1 : at + 2] != ["words"] or below[1:] == below[:1]


def _skip(role: str) -> float:
    """Return the price of an empty cell; it left no trace, and unknown columns mostly are."""
    return 0.0 if role.startswith(UNKNOWN) else INDICATOR_SKIPS.get(role, OTHER_SKIP)


def _takes(
    body: list[Token], kinds: list[str], roles: tuple[str, ...], costs: Costs
) -> list[list[float]]:
    take = {kind: [_take(costs, role, kind) for role in roles] for kind in set(kinds)}
    takes = [[*take[kind]] for kind in kinds]
    if _has_own_levels(kinds):
        _let_words_be_levels(takes, kinds, roles)
    actual = roles.index("actual") if "actual" in roles else None
    for at, (_, text) in enumerate(body):
        if actual is not None and begins_with_sign(text):
            takes[at][actual] += _SIGN_BEFORE_ACTUAL
    for at, (above, here) in enumerate(pairwise(body)):
        if above[1] == here[1] and kinds[at] in {"words", "level-like"} and "level2" in roles:
            takes[at][roles.index("level2")] = _SAME_TWICE
    return takes


def _has_own_levels(kinds: list[str]) -> bool:
    """Whether the levels of a table are of wordings that no list knows, as departments choose them.

    Then words stand before the names of more rows than there are known levels.
    """
    led = sum(
        is_words and lengths > 1 and below in _AFTER_NAME
        for is_words, lengths, below in _runs_of_words(kinds)
    )
    return led >= FEWEST_LED and led > sum(kind in LEVELS for kind in kinds)


def _runs_of_words(kinds: list[str]) -> Iterator[tuple[bool, int, str]]:
    """Yield runs of words and of others: whether they are words, how many, what kind follows."""
    at = 0
    for is_words, run in groupby(kinds, key=_FEW_WORDS.__contains__):
        length = len([*run])
        at += length
        yield is_words, length, kinds[at] if at < len(kinds) else ""


def _let_words_be_levels(
    takes: list[list[float]], kinds: list[str], roles: tuple[str, ...]
) -> None:
    prices = {roles.index(role): price for role, price in _OWN_LEVELS.items() if role in roles}
    for take, kind in zip(takes, kinds, strict=True):
        if kind in _FEW_WORDS:
            for column, price in prices.items():
                take[column] = min(take[column], price)


FEWEST_LED = 3
_AFTER_NAME = {"value", "percent", "amount", "number", "nature", "sign", "unit"}
_OWN_LEVELS = {"level1": 0.5, "level2": 0.3}
"""What words cost as levels where a table has levels of its own."""


def _take(costs: Costs, role: str, kind: str) -> float:
    """Return the price of a kind of content in a column.

    Columns of unknown headings must not swallow rows: what they hold is dear, and never a level.
    """
    if not role.startswith(UNKNOWN):
        return content_cost(costs, role, kind)
    return SURPLUS if kind in LEVELS else _UNKNOWN_COLUMN


def _above_weight(body: list[Token], roles: tuple[str, ...]) -> dict[tuple[int, int], list[float]]:
    """Return what weight and score side by side cost more where the score is the higher one."""
    if not {"weight", "score"} <= set(roles):
        return {}
    weight, score = roles.index("weight"), roles.index("score")
    points = [parse_points(text) for _, text in body]
    falls = -1 if weight < score else 1
    odd = [0.0] + [
        _MORE_THAN_WEIGHT
        if above is not None and here is not None and (above - here) * falls > 0
        else 0.0
        for above, here in pairwise(points)
    ]
    return {(min(weight, score), max(weight, score)): odd}


def _reason_of_full_score(
    body: list[Token], kinds: list[str], roles: tuple[str, ...]
) -> dict[tuple[int, int], list[float]]:
    """Return what a reason of few words costs more behind a score that is the whole weight."""
    if roles[-2:] != ("score", "reason") or "weight" not in roles:
        return {}
    last = len(roles) - 1
    apart = last - roles.index("weight")
    texts = [text for _, text in body]
    odd = [
        _NO_REASON
        if at >= apart
        and kinds[at] in _FEW_WORDS
        and texts[at - 1] == texts[at - apart]
        and not texts[at].startswith(_NONE)
        and not _SAYS_WHY.search(texts[at])
        else 0.0
        for at in range(len(body))
    ]
    return {(last - 1, last): odd}


def _doubted(rows: list[list[Cell]], columns: tuple[Column, ...]) -> list[list[Cell]]:
    """Return rows without points, names in doubt of which a part may be the reason above."""
    at = {column.role: column.cell.column for column in columns}
    if {"weight", "score"} & at.keys() or not {"name", "reason"} <= at.keys():
        return rows
    doubted = [[*row] for row in rows]
    for above, below in pairwise(doubted):
        name = next((n for n, cell in enumerate(below) if cell.column >= at["name"]), None)
        if name is None or above[-1].column != at["reason"] or below[0].column != at["name"]:
            continue
        if kind_of(above[-1].text) in _FEW_WORDS and kind_of(below[name].text) in _FEW_WORDS:
            above[-1] = replace(above[-1], is_sure=False)
            below[name] = replace(below[name], is_sure=False)
    return doubted
