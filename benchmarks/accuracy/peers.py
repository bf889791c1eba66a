"""What people write today: a library's table, and fixed places in it for one layout."""

import io
import re
from collections.abc import Callable

import docx
import openpyxl
import pandas
from msgspec import Struct
from msgspec.structs import asdict, replace

from jiheng.model.form import Form, Funds, Goal, Indicator, MoneyLine, Project, Total
from jiheng.rulebook.layouts import Layout, load_layout
from jiheng.writers.layout import LaidOut, lay_out

Table = list[list[str]]

_DECORATION = re.compile(r"\(\d+分\)|\s")
_ORDINAL = re.compile(r"^指标\d+:\s*")
_EMPTY = {"", "-", "—", "/", "....."}
_UNTOLD = ("level1_printed", "level1_points", "goal")


class Peer(Struct, frozen=True, kw_only=True):
    """A library with a template of fixed places."""

    name: str
    table: Callable[[bytes, LaidOut], Table]

    def read(self, data: bytes, like: Form) -> Form:
        """Return the form by the places of its layout, which the template knows beforehand."""
        layout = load_layout(like.layout or "")
        laid = lay_out(replace(like, indicators=like.indicators[:1]), layout)
        return _by_places(self.table(data, laid), like, laid, layout)

    def known(self, form: Form) -> Form:
        """Return a form with the fields alone that a template reads."""
        lines = tuple(replace(line, label=str(n)) for n, line in enumerate(form.funds.lines))
        return Form(
            id=form.id,
            source=form.source,
            project=replace(form.project, department_code=None, department=None),
            funds=Funds(lines=tuple(replace(line, of=None) for line in lines)),
            goal=form.goal,
            indicators=tuple(_known(item) for item in form.indicators),
            total=form.total,
            conclusion=form.conclusion,
            doubts=form.doubts,
        )


def _docx(data: bytes, _laid: LaidOut) -> Table:
    table = docx.Document(io.BytesIO(data)).tables[0]
    return [[cell.text for cell in row.cells] for row in table.rows]


def _xlsx(data: bytes, laid: LaidOut) -> Table:
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    rows = [[_shown(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    return rows[len(laid.before) :]


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _html(data: bytes, laid: LaidOut) -> Table:
    texts = dict.fromkeys(range(laid.columns), str)
    frame = pandas.read_html(io.BytesIO(data), converters=texts, encoding="utf-8")[0]
    heads = [_shown(name) for name in frame.columns]
    rows = [[_shown(value) for value in row] for row in frame.fillna("").values.tolist()]
    return rows if heads[0] == "0" else [heads, *rows]


def _known(item: Indicator) -> Indicator:
    # A template takes headings as they are printed.
    return replace(item, **dict.fromkeys(_UNTOLD), level1=item.level1_printed or item.level1)


PEERS = {
    "docx": Peer(name="python-docx", table=_docx),
    "xlsx": Peer(name="openpyxl", table=_xlsx),
    "html": Peer(name="pandas.read_html", table=_html),
}
"""The peers by the format that they read."""


def _by_places(table: Table, like: Form, laid: LaidOut, layout: Layout) -> Form:
    """Return a form read from where a form of this layout has its fields."""
    places = laid.places
    first = places.get("indicators[0].level1", places["indicators[0].name"])[0]
    end = 1 + max(row for path, (row, _) in places.items() if path.startswith("indicators["))
    rows, below = _until(table[first:], _after_indicators(laid, end)), end - first
    columns = {
        path.rpartition(".")[2]: column
        for path, (_, column) in places.items()
        if path.startswith("indicators[0].")
    }

    def at(path: str) -> str | None:
        row, column = places.get(path, (10**6, 0))
        return _value(table, row + (len(rows) - below if row >= end else 0), column)

    lines = tuple(
        MoneyLine(
            label=str(number),
            **{role: at(f"funds.lines[{number}].{role}") for role in layout.money_roles},
        )
        for number in range(len(like.funds.lines))
    )
    return Form(
        id=like.id,
        source=like.source,
        project=Project(name=at("project.name"), implementing_unit=at("project.implementing_unit")),
        funds=Funds(lines=lines),
        goal=_goal(at("goal.expected"), at("goal.actual"), layout),
        indicators=_indicators(rows, columns, asdict(like.indicators[0]), layout),
        total=Total(**{name: at(f"total.{name}") for name in ("weight", "score", "grade")}),
        conclusion=at("conclusion"),
    )


def _after_indicators(laid: LaidOut, row: int) -> str:
    """Return the words that begin the first row with words below the indicators."""
    below = [cell for cell in laid.grid.cells if cell.row >= row and cell.column == 0 and cell.text]
    return below[0].text if below else ""


def _until(rows: Table, word: str) -> Table:
    """Return the rows above the first that begins with the word."""
    ends = (number for number, row in enumerate(rows) if word and row and row[0].strip() == word)
    return rows[: next(ends, len(rows))]


def _goal(expected: str | None, actual: str | None, layout: Layout) -> Goal:
    block = layout.goal
    return Goal(
        expected=_after(expected, block.expected) or None,
        actual=_after(actual, block.actual or "") or None,
    )


def _after(text: str | None, label: str) -> str:
    return (text or "").removeprefix(label).strip()


def _indicators(
    rows: Table, columns: dict[str, int], names: dict[str, object], layout: Layout
) -> tuple[Indicator, ...]:
    found: list[Indicator] = []
    held = {"level1": "", "level2": ""}
    for number, row in enumerate(rows):
        values = {name: _value(rows, number, column) for name, column in columns.items()}
        held = {level: values.pop(level, None) or text for level, text in held.items()}
        name = _ORDINAL.sub("", values.pop("name", None) or "")
        if row and name and not re.fullmatch(r"指标\d+:", name):
            levels = {level: _DECORATION.sub("", text) or None for level, text in held.items()}
            values["target"] = _joined(values, layout)
            known = {key: value for key, value in values.items() if key in names}
            found.append(Indicator(name=name, **levels, **known))
    return tuple(found)


def _joined(values: dict[str, str | None], layout: Layout) -> str | None:
    """Return a target put together from its cells, where its form has it apart."""
    sign = values.get("operator")
    if layout.nature_holds == "operator":
        sign = values.get("nature")
    parts = ("" if sign == "定性" else sign, values.get("target"), values.get("unit"))
    return "".join(part for part in parts if part) or None


def _value(table: Table, row: int, column: int) -> str | None:
    if row >= len(table) or column >= len(table[row]):
        return None
    text = table[row][column].strip()
    return None if text in _EMPTY else text
