"""Who filed the form and when: from lines and cells such as 单位(盖章): and 填报日期:."""

from msgspec import Struct

from jiheng.model.form import Cell
from jiheng.readers.recognise.found import Found
from jiheng.readers.recognise.head import iso_date, labelled_parts
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.money import money_unit
from jiheng.readers.recognise.texts import free_text
from jiheng.rulebook.headings import label_of

_FIELDS = ("reporting_unit", "filled_on", "contact")
_MONEY_WORDS = {"元", "万元", "亿元", "千元"}


class Identity(Struct, frozen=True, kw_only=True):
    """The fields outside the table.

    Attributes:
        money_unit: a line 单位: 万元 names no unit but the money's.
    """

    reporting_unit: str | None = None
    filled_on: str | None = None
    contact: str | None = None
    money_unit: str | None = None


def read_identity(lines: list[Line]) -> Found[Identity]:
    """Return what the lines before and after the table say of the filing.

    A label that nobody filled in has its place all the same.
    """
    fields: dict[str, str] = {}
    cells: dict[str, Cell] = {}
    blank: dict[str, Cell] = {}
    for line in lines:
        unit = money_unit(line.text)
        if unit is not None:
            fields.setdefault("money_unit", unit)
        for label, value, place in _pairs(line):
            read = iso_date(value) if label == "filled_on" else free_text(value)
            if label in _FIELDS and read and read not in _MONEY_WORDS and label not in fields:
                fields[label] = read
                cells[label] = place
            elif label in _FIELDS and not value.strip():
                blank.setdefault(label, place)
    return Found(value=Identity(**fields), cells={**blank, **cells})


def _pairs(line: Line) -> list[tuple[str, str, Cell]]:
    if line.table is None:
        return [(label, value, line.where()) for label, value in labelled_parts(line.text)]
    pairs: list[tuple[str, str, Cell]] = []
    for at, cell in enumerate(line.cells):
        label = label_of(cell.text)
        if label in _FIELDS and at + 1 < len(line.cells):
            beside = line.cells[at + 1]
            is_blank = label_of(beside.text) is not None
            place = line.where(cell if is_blank else beside)
            pairs.append((label, "" if is_blank else beside.text, place))
            continue
        parts = labelled_parts(cell.text)
        pairs += [(label, value, line.where(cell)) for label, value in parts]
    return pairs
