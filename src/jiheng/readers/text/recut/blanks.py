"""Rows of text whose cells are kept apart by blanks alone: one line is one row."""

from collections.abc import Sequence
from functools import lru_cache

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.goal import goal_kind
from jiheng.readers.recognise.header import UNKNOWN
from jiheng.readers.text.recut.columns import (
    WAYS,
    Roles,
    block_fits,
    block_skip,
    likeliest,
    roles_of,
)
from jiheng.readers.text.recut.decode import IMPOSSIBLE, Effort, Fits, readings
from jiheng.readers.text.recut.joints import SoftRow, soft_row, with_blanks_only
from jiheng.readers.text.recut.kinds import HEADS, RowKind, kinds_of_rows
from jiheng.readers.text.recut.labels import FITS, goal_fit, heading_fit, matter_fit
from jiheng.readers.text.recut.table import GOAL_LEFT_OUT, CutRow
from jiheng.rulebook.headings import bare, headings

Cells = tuple[tuple[int, str], ...]
"""Column and text of the cells of a row."""

FEWEST_ROWS, MOST_ROWS = 4, 1_000
_LATER_COLUMN = 0.001


def cut_at_blanks(lines: Sequence[tuple[int, str]], effort: Effort) -> list[CutRow] | None:
    """Return the rows that lines make under their headings; None where nothing is headed.

    A blank may also stand inside a cell, so that no cell is certain.
    """
    lines = _with_points(lines)
    kinds = kinds_of_rows([text for _, text in lines])
    if "heading" not in kinds or not FEWEST_ROWS <= len(lines) <= MOST_ROWS:
        return None
    rows = [with_blanks_only(soft_row(number, text)) for number, text in lines]
    cut: list[CutRow] = []
    roles: Roles = ()
    matters: Cells = ()
    for at, (row, kind) in enumerate(zip(rows, kinds, strict=True)):
        if kind == "goal" and kinds[at - 1 : at] == ["goal-heading"]:
            cells = _goals(row, cut[-1].cells, effort)
        elif kind == "matter":
            cells = _matter(row, matters, effort)
        else:
            cells = _cells(row, kind, roles, effort)
        if kind == "matter-heading":
            matters = cells
        if kind in HEADS and at and kinds[at - 1] == kind == "heading":
            cells, roles = _below(cut, cells, roles)
        elif kind in HEADS:
            roles = tuple(roles_of([text for _, text in cells], kind))
        cut.append(CutRow(line=row.line, cells=cells, is_sure=False))
    return cut


def _with_points(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the lines, weight and score that fell below their row put behind it again."""
    joined: list[tuple[int, str]] = []
    for number, text in lines:
        lone = [kind_of(word) for word in text.split()]
        above = joined[-1][1].split() if joined else []
        if lone == ["number"] * _POINTS and above and kind_of(above[-1]) in _WORDS:
            joined[-1] = (joined[-1][0], f"{joined[-1][1]} {text}")
        else:
            joined.append((number, text))
    return joined


_POINTS = 2
_WORDS = {"words", "prose", "level-like"}


def _cells(row: SoftRow, kind: RowKind, roles: Roles, effort: Effort) -> Cells:
    if kind in {"row", "money"} and roles:
        fits: Fits = block_fits(kind, roles, [set() for _ in roles])
        skips = [block_skip(kind, role) for role in roles]
    else:
        fits, skips = _in_order(row, kind), [0.0] * (len(row.cuts) - 1)
    found = readings(row, fits, skips, effort, is_grid=False, most=WAYS.get(kind, 1))
    if not found:
        return ((0, row.text.strip()),)
    cells = likeliest(found, kind, roles).cells
    if kind not in {"row", "money"} or not roles:
        return cells
    texts = dict(cells)
    return tuple((column, texts.get(column, "")) for column in range(len(roles)))


def _goals(row: SoftRow, heads: Cells, effort: Effort) -> Cells:
    """Return the goals below their headings; the first heading may be the label of the block."""
    is_labelled = len(heads) > _GOAL_AND_OUTCOME or goal_kind(heads[0][1], first=True) == "block"
    first = 1 if is_labelled and len(heads) > 1 else 0

    def fits(text: str) -> list[float]:
        return [IMPOSSIBLE] * first + [goal_fit(text)] * (len(heads) - first)

    skips = [0.0] * first + [GOAL_LEFT_OUT] * (len(heads) - first)
    found = readings(row, fits, skips, effort, is_grid=False, most=1)
    return found[0].cells if found else ((first, row.text.strip()),)


_GOAL_AND_OUTCOME = 2


def _matter(row: SoftRow, heads: Cells, effort: Effort) -> Cells:
    """Return a matter's name and its texts, which stand below the headings that end a row."""
    first = next(column for column, text in heads if bare(text) in headings().matter_texts)
    width = heads[-1][0] + 1

    def fits(text: str) -> list[float]:
        return [IMPOSSIBLE] * (first - 1) + [matter_fit(text)] * (width - first + 1)

    skips = [0.0] * (first - 1) + [GOAL_LEFT_OUT] * (width - first + 1)
    found = readings(row, fits, skips, effort, is_grid=False, most=1)
    return found[0].cells if found else ((max(0, first - 1), row.text.strip()),)


def _in_order(row: SoftRow, kind: RowKind) -> Fits:
    """Return the prices of cells that stand in no columns, one after another."""

    def fit(text: str) -> float:
        return heading_fit(text, kind) if kind in HEADS else FITS.get(kind, FITS["labels"])(text)

    @lru_cache(maxsize=1_000)
    def fits(text: str) -> list[float]:
        price = fit(text)
        return [price + _LATER_COLUMN * column for column in range(len(row.cuts) - 1)]

    return fits


def _below(cut: list[CutRow], cells: Cells, roles: Roles) -> tuple[Cells, Roles]:
    """Return a lower heading row and all roles; it stands below the heading that it divides."""
    lower = roles_of([text for _, text in cells], "heading")
    known = set(lower) - {UNKNOWN}
    at = next((place for place, role in enumerate(roles) if role in known), len(roles) - 1)
    more = len(lower) - 1
    upper = cut[-1]
    moved = tuple((place + more * (place > at), text) for place, text in upper.cells)
    cut[-1] = CutRow(line=upper.line, cells=moved, is_sure=False)
    placed = tuple((at + place, text) for place, (_, text) in enumerate(cells))
    return placed, (*roles[:at], *lower, *roles[at + 1 :])
