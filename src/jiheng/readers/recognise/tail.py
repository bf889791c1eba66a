"""The rows and lines below the indicators: total, conclusion, further texts, notes, contact."""

import re
from itertools import pairwise

from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.model.form import Cell, Total
from jiheng.model.points import parse_points
from jiheng.readers.recognise.found import Found
from jiheng.readers.recognise.header import Header
from jiheng.readers.recognise.lines import Line, no_surer
from jiheng.readers.recognise.texts import free_text, is_blank, points_text, value_text
from jiheng.rulebook.headings import bare, label_of, without_blanks

_SCORE_AND_GRADE = re.compile(
    r"(\d+(?:\.\d+)?)分?[(,、]?([优良中差]秀?|良好|中等|较差|合格|不合格)[)]?"
)
# In a picture a colon may be seen as a semicolon.
_NOTE_START = re.compile(r"^\s*(?:注|备注|说明|填表说明|注释)\s*[:：;；]\s*")
_NOTE_NUMBER = re.compile(r"^\s*(?:\d{1,2}\s*[.、．]|[（(]\d{1,2}[）)]|[①-⑳])\s*")


def begins_notes(text: str) -> bool:
    """Whether a text is the first of the notes: 注: and what is to be noted."""
    return _NOTE_START.match(text) is not None


def is_total(line: Line) -> bool:
    """Whether a row holds the total."""
    return len(line.cells) > 0 and label_of(line.cells[0].text) == "total"


def read_total(line: Line, header: Header | None) -> Found[Total]:
    """Return weight, score and grade of the total's row.

    Two numbers are weight and score in the order of their columns; where they do not stand below
    the headings, neither is surer than the other. A single one is the score, unless it stands on
    paper in the column of the weights.
    """
    graded = _graded(line)
    if graded is not None:
        cell, score, grade = graded
        place = line.where(cell)
        cells = {"total.score": place, "total.grade": place}
        return Found(value=Total(score=score, grade=grade), cells=cells)
    numbers = [cell for cell in line.cells[1:] if parse_points(value_text(cell.text)) is not None]
    words = [cell for cell in line.cells[1:] if cell not in numbers and _is_grade(cell.text)]
    roles: dict[str, GridCell] = dict(zip(_points_columns(header), numbers, strict=False))
    if len(numbers) == 1 and not _stands_under("weight", numbers[0], header):
        roles = {"score": numbers[0]}
    if words:
        roles["grade"] = words[0]
    least = min((cell.confidence for cell in numbers), default=1.0)
    cells = {f"total.{role}": line.where(cell) for role, cell in roles.items()}
    for role in ("weight", "score"):
        if role in roles and not _stands_under(role, roles[role], header):
            cells[f"total.{role}"] = no_surer(cells[f"total.{role}"], least)
        if role not in roles and header is not None and line.table is not None:
            cells[f"total.{role}"] = line.table.blank(line.row, header.column_of.get(role, 1))
    texts = {role: points_text(cell.text) for role, cell in roles.items()}
    return Found(value=Total(**texts), cells=cells)


def _points_columns(header: Header | None) -> tuple[str, ...]:
    """Return weight and score in the order in which the table has them."""
    found = () if header is None else tuple(r for r in header.roles if r in {"weight", "score"})
    return found if len(found) > 1 else ("weight", "score")


def read_top_total(head: list[Line]) -> Found[Total]:
    """Return the score of a total that stands among the labels above the table's blocks."""
    for line in head:
        for label, value in pairwise(line.cells):
            score = points_text(value.text)
            if label_of(label.text) == "total" and parse_points(score) is not None:
                return Found(value=Total(score=score), cells={"total.score": line.where(value)})
    return Found(value=Total(), cells={})


def _is_grade(text: str) -> bool:
    """Whether a cell of the total's row may be the grade, and not the grade's label."""
    return not is_blank(text) and not bare(text).endswith(("等级", "等次", "得分", "分值"))


def as_weight(total: Found[Total]) -> Found[Total]:
    """Return the total of a form without any score: its lone number is the weight."""
    if total.value.weight is not None or total.value.score is None:
        return total
    cells = {**total.cells, "total.weight": total.cells["total.score"]}
    return Found(value=replace(total.value, weight=total.value.score, score=None), cells=cells)


def _graded(line: Line) -> tuple[GridCell, str, str] | None:
    """Return the cell that holds score and grade in one, such as 99.1（优）, and both of them."""
    for cell in line.cells[1:]:
        found = _SCORE_AND_GRADE.fullmatch(without_blanks(cell.text))
        if found is not None:
            return cell, found[1], found[2]
    return None


def _stands_under(role: str, cell: GridCell, header: Header | None) -> bool:
    """Whether a number stands on paper in the column of its role."""
    if header is None or header.ragged or role not in header.column_of:
        return False
    return cell.column == header.column_of[role]


def read_conclusion(lines: list[Line]) -> Found[str | None]:
    """Return the conclusion of the rows below the total."""
    for line in lines:
        if not line.cells or line.table is None or label_of(line.cells[0].text) != "conclusion":
            continue
        label, value = line.cells[0], line.cells[1] if len(line.cells) > 1 else None
        place = (
            line.where(value)
            if value
            else line.table.blank(line.row, label.column + label.column_span)
        )
        return Found(value=value and free_text(value.text), cells={"conclusion": place})
    return Found(value=None, cells={})


def is_note(line: Line) -> bool:
    """Whether a row is a note of its own and no row of the table: 注: in the only cell it has."""
    return len(line.cells) == 1 and begins_notes(line.cells[0].text)


def read_notes(lines: list[Line]) -> Found[tuple[str, ...]]:
    """Return the notes, one string each without 注: and number."""
    notes: list[str] = []
    cells: dict[str, Cell] = {}
    started = False
    for line in lines:
        text = line.text
        opening = _NOTE_START.match(text)
        if opening is not None:
            started, text = True, text[opening.end() :]
        if not started or label_of(text.partition(":")[0].partition("：")[0]) is not None:
            continue
        for piece in text.split("\n"):
            numbered = _NOTE_NUMBER.match(piece)
            body = free_text(piece[numbered.end() :] if numbered else piece)
            if body is None:
                continue
            cells[f"notes[{len(notes)}]"] = line.where()
            notes.append(body)
    return Found(value=tuple(notes), cells=cells)
