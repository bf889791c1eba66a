"""The further texts of a form with their labels, wherever they stand in it."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from jiheng.model.document import GridCell
from jiheng.model.form import Cell, Doubt, LabelledText
from jiheng.readers.recognise.found import Found, Told
from jiheng.readers.recognise.header import UNKNOWN, Column, Header
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.row import Row
from jiheng.readers.recognise.texts import free_text, is_blank, name_text, value_text
from jiheng.rulebook.headings import bare, headings, label_of, without_blanks

_COLON = re.compile("[:：]")
FEWEST_MATTER_HEADINGS = 2


def in_order(texts: Iterable[Told]) -> Found[tuple[LabelledText, ...]]:
    """Return the texts as they stand in the form, from top to bottom."""
    told = sorted(texts, key=_position)
    return Found(
        value=tuple(LabelledText(label=each.label, text=each.text) for each in told),
        cells={
            f"texts[{number}].{field}": each.place
            for number, each in enumerate(told)
            for field in (("label", "text") if not each.is_sure else ("text",))
        },
        doubts=tuple(
            Doubt(at=f"texts[{number}].{field}", text=text or "", reason="drift")
            for number, each in enumerate(told)
            if not each.is_sure
            for field, text in (("label", each.label), ("text", each.text))
        ),
    )


def _position(told: Told) -> tuple[int, int, int]:
    place = told.place
    return place.table or 0, place.row or 0, place.column or 0


def is_text_label(text: str) -> bool:
    """Whether a cell is the label of a further text."""
    return bare(text) in headings().texts


def labelled_texts(lines: list[Line]) -> list[Told]:
    """Return the texts that stand beside their labels, or in one cell with them."""
    found: list[Told] = []
    for line in lines:
        is_value = False
        for at, cell in enumerate(line.cells):
            is_label = is_text_label(cell.text) and not is_value
            if is_label:
                found.append(_beside(line, at))
            elif not is_value and (named := _in_one_cell(cell)) is not None:
                label, text = named
                found.append(Told(label=label, text=free_text(text), place=line.where(cell)))
            is_value = is_label and found[-1].text is not None
    return found


def _beside(line: Line, at: int) -> Told:
    """Return what a label in a row announces: the next cell, unless that is a label itself."""
    label = line.cells[at]
    value = line.cells[at + 1] if at + 1 < len(line.cells) else None
    if value is not None and (is_text_label(value.text) or label_of(value.text) is not None):
        value = None
    return Told(
        label=bare(label.text),
        text=None if value is None else free_text(value.text),
        place=_place(line, value, label.column + label.column_span),
    )


def _place(line: Line, text: GridCell | None, column: int) -> Cell:
    if text is not None or line.table is None:
        return line.where(text)
    return line.table.blank(line.row, column)


def _in_one_cell(cell: GridCell) -> tuple[str, str] | None:
    """Return label and text of a cell that holds both, such as 项目负责人：某某."""
    label, *rest = _COLON.split(cell.text, maxsplit=1)
    text = rest[0].strip() if rest else ""
    return (bare(label), text) if text and is_text_label(label) else None


def heads_matters(line: Line) -> bool:
    """Whether a row heads a list of matters: what was done in each, and what was wrong with it."""
    heads = _matter_heads(line)
    return len(heads) >= FEWEST_MATTER_HEADINGS and matter_heading(heads[0].text) == ""


def matter_heading(text: str) -> str | None:
    """Return what a heading over the texts on matters adds to their names; None if it is none."""
    return headings().matter_texts.get(bare(text))


def _matter_heads(line: Line) -> tuple[GridCell, ...]:
    """Return the headings that end a row and say what the texts below them are about."""
    known = [matter_heading(cell.text) is not None for cell in line.cells]
    first = next((at for at in range(len(known)) if all(known[at:])), len(known))
    return line.cells[first:]


def read_matters(lines: list[Line]) -> list[Told]:
    """Return the texts of a list of matters; each has its matter's name as its label.

    A text that is not the first of its matter is told by its heading too: 使用规范性存在问题.
    """
    found: list[Told] = []
    heads: tuple[GridCell, ...] = ()
    for line in lines:
        if heads_matters(line):
            heads = _matter_heads(line)
        else:
            found += _matter(line, heads)
    return found


def _matter(line: Line, heads: tuple[GridCell, ...]) -> list[Told]:
    placed = _under_heads(line, heads)
    name, texts = placed or _after_name(line, heads)
    printed = {cell.column: cell for cell in line.cells}
    return [
        Told(
            label=name + (matter_heading(head.text) or ""),
            text=None if text is None else free_text(text.text),
            place=_place(line, text and printed[text.column], head.column),
            is_sure=placed is not None or len(line.cells) == len(heads) + 1,
        )
        for head, text in zip(heads, texts, strict=True)
    ]


_Matter = tuple[str, list[GridCell | None]]


def _under_heads(line: Line, heads: tuple[GridCell, ...]) -> _Matter | None:
    """Return the matter's name and texts by their columns; None where the row left them."""
    names = [cell for cell in line.cells if cell.column < heads[0].column]
    under = {cell.column: cell for cell in line.cells}
    texts = [under.get(head.column) for head in heads]
    is_whole = len(names) + sum(text is not None for text in texts) == len(line.cells)
    if not is_whole or not names:
        return None
    is_ragged = line.table is not None and line.table.grid.ragged
    is_glued = None in texts and bool(_split_name(names[-1].text)[1])
    return None if is_ragged and (names[1:] or is_glued) else (bare(names[-1].text), texts)


def _after_name(line: Line, heads: tuple[GridCell, ...]) -> _Matter:
    """Return the first cell of a row as the matter's name, and the others in their order.

    A name that lost its separator stands before its text in one cell.
    """
    first, *rest = line.cells
    name, text = _split_name(first.text) if len(rest) < len(heads) else (bare(first.text), "")
    rest = [replace(first, text=text), *rest] if text else rest
    return name, [rest[at] if at < len(rest) else None for at in range(len(heads))]


def _split_name(text: str) -> tuple[str, str]:
    """Return a matter's name and what follows it in its cell."""
    plain = text.strip()
    known = next((name for name in headings().matters if plain.startswith(name)), plain)
    return bare(known), plain.removeprefix(known).strip()


def heading_as_label(head: GridCell) -> str:
    """Return a heading as the label of the text below it, brackets and all."""
    return without_blanks(head.text).strip(":")


def unknown_columns(header: Header, rows: list[tuple[Line, Row]]) -> tuple[Told, ...]:
    """Return what stands below each heading that no field has, a line for each indicator."""
    unknown = (column for column in header.columns if column.role.startswith(UNKNOWN))
    return tuple(told for column in unknown if (told := _unknown_column(column, rows)) is not None)


def _unknown_column(column: Column, rows: list[tuple[Line, Row]]) -> Told | None:
    held = [
        (line, row.cells["name"], cell)
        for line, row in rows
        if row.in_place
        and (cell := row.cells.get(column.role)) is not None
        and not is_blank(cell.text)
    ]
    if not held:
        return None
    said = [f"{name_text(name.text)}：{value_text(cell.text)}" for _, name, cell in held]
    line, _, first = held[0]
    return Told(label=heading_as_label(column.cell), text="\n".join(said), place=line.where(first))
