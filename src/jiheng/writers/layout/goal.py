"""The yearly goal and what became of it."""

from msgspec import Struct

from jiheng.model.form import Form, Goal
from jiheng.rulebook.layouts import GoalBlock, Layout
from jiheng.writers.layout.form_rows import value_of
from jiheng.writers.layout.sheet import Sheet


class _Piece(Struct, frozen=True, kw_only=True):
    """One text of the block: where it begins, its heading, and the field that it holds."""

    at: int
    heading: str
    text: str
    path: str


def goals_of(form: Form) -> tuple[tuple[str, Goal], ...]:
    """Return the form's goals, each with its path."""
    if len(form.goals) > 1:
        return tuple((f"goals[{index}]", goal) for index, goal in enumerate(form.goals))
    return (("goal", form.goal),)


def put_goals(sheet: Sheet, form: Form, layout: Layout) -> None:
    """Put the goal block, with one row for each goal where there are several."""
    block = layout.goal
    if block.style == "each":
        return
    rows = [_pieces(form, layout, path, goal) for path, goal in goals_of(form)]
    if block.style == "rows":
        _put_rows(sheet, block, rows)
        return
    is_headed = block.style == "headed"
    if block.expected_at:
        sheet.put(0, block.label, rows=len(rows) + is_headed)
    if is_headed:
        for piece, end in _with_ends(rows[0], sheet):
            sheet.put(piece.at, piece.heading, span=end - piece.at)
        sheet.next_row()
    for pieces in rows:
        for piece, end in _with_ends(pieces, sheet):
            text = piece.text if is_headed else f"{piece.heading} {piece.text}".rstrip()
            sheet.put(piece.at, text, span=end - piece.at, path=piece.path, left=True)
        sheet.next_row()


def _put_rows(sheet: Sheet, block: GoalBlock, rows: list[list[_Piece]]) -> None:
    """Put a row for each text: its heading, reaching to ``actual_at``, and the text itself."""
    if block.expected_at:
        sheet.put(0, block.label, rows=sum(len(pieces) for pieces in rows))
    for pieces in rows:
        for piece in pieces:
            first = block.expected_at
            sheet.put(first, piece.heading, span=block.actual_at - first)
            sheet.put_rest(block.actual_at, piece.text, path=piece.path, left=True)
            sheet.next_row()


def _pieces(form: Form, layout: Layout, path: str, goal: Goal) -> list[_Piece]:
    block = layout.goal
    found = [
        _Piece(
            at=block.expected_at,
            heading=block.expected,
            text=goal.expected or "",
            path=f"{path}.expected",
        )
    ]
    if block.actual is not None:
        found.append(
            _Piece(
                at=block.actual_at,
                heading=block.actual,
                text=goal.actual or "",
                path=f"{path}.actual",
            )
        )
    for other in block.others:
        text, place = value_of(form, f"texts.{other.label}", layout)
        found.append(_Piece(at=other.at, heading=other.heading, text=text or "", path=place))
    return sorted(found, key=lambda piece: piece.at)


def _with_ends(pieces: list[_Piece], sheet: Sheet) -> list[tuple[_Piece, int]]:
    ends = (*(piece.at for piece in pieces[1:]), sheet.columns)
    return list(zip(pieces, ends, strict=True))
