"""Headings and labels broken over several lines, put together again."""

import re

from jiheng.readers.text.broken_values import is_broken
from jiheng.rulebook.headings import column_role, column_role_by_stem, headings, is_heading

Token = tuple[int, str]
"""A line number from 1 and its text."""

MOST_PIECES = 6
FEWEST_HEADINGS = 3
FEWEST_CELLS = 2
_REMARK = re.compile(r"[(（][^()（）]{1,16}[)）]")
_PIECE = re.compile(r"(?=.*[\u4e00-\u9fff])[^\d≥≤=<>%|\t]{1,12}")


def folded(tokens: list[Token], *, has_values: bool = True) -> list[Token]:
    """Return the lines that hold text, those that make one heading together joined.

    Args:
        tokens: the lines.
        has_values: whether those that make one value are joined, too.

    Pages break the text of a narrow cell: 年度 and 指标值 are one heading, and 指标 below
    经济效益 is the rest of its name. Lines that are headings each stay apart.

    Example:
        >>> folded([(1, "经济效益"), (2, ""), (3, "指标"), (4, "合计")])
        [(1, '经济效益指标'), (4, '合计')]
    """
    filled = [(number, text.strip()) for number, text in tokens if text.strip()]
    joined: list[Token] = []
    at = 0
    while at < len(filled):
        end = at + 2 if has_values and _goes_on(filled, at) else _end_of_heading(filled, at)
        joined.append((filled[at][0], "".join(text for _, text in filled[at:end])))
        at = end
    return joined


def _goes_on(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and is_broken(tokens[at][1], tokens[at + 1][1])


def _end_of_heading(tokens: list[Token], at: int) -> int:
    """Return where the longest heading that begins at a line ends."""
    pieces = [text for _, text in tokens[at : at + MOST_PIECES]]
    most = next((n for n, text in enumerate(pieces) if not _PIECE.fullmatch(text)), len(pieces))
    for length in range(most, 1, -1):
        if is_heading("".join(pieces[:length])) and not all(map(is_heading, pieces[:length])):
            return _with_remark(tokens, at + length)
    return _with_remark(tokens, at + 1) if is_heading(tokens[at][1]) else at + 1


def _with_remark(tokens: list[Token], end: int) -> int:
    """Return the end of a heading with what stands in brackets below it, such as (50分)."""
    return end + (end < len(tokens) and _REMARK.fullmatch(tokens[end][1]) is not None)


def with_whole_heading_rows(lines: list[Token]) -> list[Token]:
    """Return the lines, a row of headings joined with the lines that hold the rest of it.

    A line belongs to the headings above when it holds nothing but headings, and none that they
    have: a heading that comes again divides the one above. Where only blanks part the cells, it
    may hold the ends of headings, and a unit in brackets that begins a row ends the label above.

    Example:
        >>> with_whole_heading_rows([(1, "二级指标 三级指标 指标值"), (2, "完成值 得分"), (3, "")])
        [(1, '二级指标 三级指标 指标值 完成值 得分'), (3, '')]
    """
    joined: list[Token] = []
    above: set[str] = set()
    for number, text in lines:
        roles = _roles(text)
        if len(joined) > 1 and (whole := _around(joined[-2][1], joined[-1][1], text)):
            joined[-2:] = [(joined[-2][0], whole)]
            above = set()
        elif joined and (woven := _woven(joined[-1][1], text)):
            joined[-1] = (joined[-1][0], woven[0])
            joined += [(number, woven[1])] if woven[1] else []
            above = set()
        elif len(above) > 1 and roles and not roles & above:
            joined[-1] = (joined[-1][0], _side_by_side(joined[-1][1], text))
            above |= roles
        else:
            joined.append((number, text))
            above = roles
    return joined


def _woven(upper: str, lower: str) -> tuple[str, str] | None:
    """Return two lines with what ends cells of the upper one put there, and the rest of the lower.

    None where the lower line holds nothing that does.
    """
    above, below = upper.split(), lower.split()
    if len(above) < FEWEST_CELLS or not below or any(mark in upper + lower for mark in "|\t"):
        return None
    if above[0] in headings().money_block and _REMARK.fullmatch(below[0]):
        return " ".join([above[0] + below[0], *above[1:]]), " ".join(below[1:])
    at = 0
    for piece in below:
        ends = (n for n in range(at, len(above)) if _ends_heading(above[n], piece))
        found = next(ends, None)
        if found is None:
            return None
        above[found] += piece
        at = found + 1
    roles = {column_role(cell) for cell in above} - {None}
    return (" ".join(above), "") if len(roles) >= FEWEST_HEADINGS else None


def _around(upper: str, middle: str, lower: str) -> str:
    """Return a row of headings of which some are broken above and below the others, or "".

    The others stand where such columns mostly do.
    """
    whole = middle.split()
    roles = [column_role(cell) for cell in whole]
    if not whole or not set(roles) <= {*_ORDER}:
        return ""
    woven = _woven(upper, lower)
    if woven is None or woven[1]:
        return ""
    cells = woven[0].split()
    for cell, role in zip(whole, roles, strict=True):
        left = [at for at, other in enumerate(cells) if _rank(column_role(other)) < _rank(role)]
        cells.insert(left[-1] + 1 if left else 0, cell)
    return " ".join(cells)


def _rank(role: str | None) -> int:
    return _ORDER.index(role) if role in _ORDER else len(_ORDER)


_ORDER = (
    "level1",
    "level2",
    "name",
    "nature",
    "operator",
    "target",
    "unit",
    "weight",
    "actual",
    "score",
    "reason",
)
"""Most tables have their columns in this order."""


def _ends_heading(above: str, piece: str) -> bool:
    if is_heading(above):
        role = column_role(above)
        return role is not None and role == column_role(above + piece)
    return is_heading(above + piece)


def _roles(line: str) -> set[str]:
    """Return the roles of a line of headings alone; () when it holds anything else."""
    mark = next((mark for mark in ("\t", "|") if mark in line), None)
    texts = [_REMARK.sub("", text).strip() for text in line.split(mark)]
    cells = [text for text in texts if text]
    roles = {_role(cell) for cell in cells}
    known = any(column_role(cell) is not None for cell in cells)
    return {role for role in roles if role} if known and None not in roles else set()


def _role(cell: str) -> str | None:
    if cell in headings().side:
        return "side"
    return column_role(cell) or column_role_by_stem(cell)


def _side_by_side(left: str, right: str) -> str:
    """Return one row of two parts, each with the marks between its own cells."""
    if "|" in left + right:
        first, second = left.rstrip().removesuffix("|"), right.strip().removeprefix("|")
        return f"{first.rstrip()} | {second.strip()}"
    mark = "\t" if "\t" in left + right else " "
    return f"{left.rstrip()}{mark}{right.lstrip()}"
