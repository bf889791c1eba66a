"""The yearly goal: two labelled cells in one row, or a heading row and the texts below it."""

from jiheng.model.document import GridCell
from jiheng.model.form import Cell, Goal
from jiheng.readers.recognise.found import Found
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.texts import free_text, split_label
from jiheng.rulebook.headings import LONGEST_HEADING, bare, headings


def is_goal_start(line: Line) -> bool:
    """Whether a row begins the goal block."""
    return bool(line.cells) and (
        bare(line.cells[0].text) in headings().goal_block or _heads(line) is not None
    )


def _heads(line: Line) -> tuple[GridCell, GridCell] | None:
    """Return the two headings 预期目标 and 实际完成情况 of a row that has both.

    Beside the block's own label, headings of other wording are known by their stems.
    """
    expected = [cell for cell in line.cells if bare(cell.text) in headings().goal_expected]
    actual = [cell for cell in line.cells if bare(cell.text) in headings().goal_actual]
    if expected and actual:
        return expected[-1], actual[0]
    short = [cell for cell in line.cells if len(bare(cell.text)) <= LONGEST_HEADING]
    if len(short) != _LABEL_AND_HEADS or bare(short[0].text) not in headings().goal_block:
        return None
    first, second = short[1:]
    told = "目标" in bare(first.text) and "完成" in bare(second.text)
    return (first, second) if told else None


_LABEL_AND_HEADS = 3
"""The block's label, the goal's heading and the outcome's heading."""


def read_goal(lines: list[Line]) -> Found[Goal]:
    """Return the goal from the rows of its block; the first row holds the block's label."""
    words = headings()
    heads = _heads(lines[0])
    if heads is not None:
        body = [cell for line in lines[1:] for cell in _texts(line)]
        pair = _under(heads, body)
    else:
        body = [cell for line in lines for cell in _texts(line)]
        pair = _labelled(body)
    cells = _places(pair, lines, heads)
    expected, actual = (None if cell is None else cell.text for cell in pair)
    goal = Goal(
        expected=_unlabelled(expected, words.goal_expected),
        actual=_unlabelled(actual, words.goal_actual),
    )
    return Found(value=goal, cells=cells)


def _texts(line: Line) -> list[GridCell]:
    return [cell for cell in line.cells if bare(cell.text) not in headings().goal_block]


Pair = tuple[GridCell | None, GridCell | None]


def _under(heads: tuple[GridCell, GridCell], body: list[GridCell]) -> Pair:
    if not body:
        return None, None
    if len(body) > 1:
        return body[0], body[1]
    far, near = (abs(body[0].column - head.column) for head in heads)
    return (body[0], None) if far <= near else (None, body[0])


def _labelled(body: list[GridCell]) -> Pair:
    words = headings()
    expected = actual = None
    for cell in body:
        if split_label(cell.text, words.goal_actual) is not None:
            actual = cell
        elif split_label(cell.text, words.goal_expected) is not None or expected is None:
            expected = cell
        elif actual is None:
            actual = cell
    return expected, actual


def _unlabelled(text: str | None, labels: tuple[str, ...]) -> str | None:
    if text is None:
        return None
    rest = split_label(text, labels)
    return free_text(text if rest is None else rest)


def _places(
    pair: Pair, lines: list[Line], heads: tuple[GridCell, GridCell] | None
) -> dict[str, Cell]:
    home = {id(cell): line for line in lines for cell in line.cells}
    cells: dict[str, Cell] = {}
    for at, (path, cell) in enumerate(zip(("goal.expected", "goal.actual"), pair, strict=True)):
        if cell is not None:
            cells[path] = home[id(cell)].where(cell)
        elif (table := lines[-1].table) is not None:
            column = heads[at].column if heads else at + 1
            cells[path] = table.blank(lines[-1].row, column)
    return cells
