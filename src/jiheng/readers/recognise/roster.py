"""A table with one row a project, such as the summary of a department's self-evaluations."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.model.document import GridCell
from jiheng.model.form import Cell, Form, Funds, MoneyLine, Project, Source
from jiheng.readers.recognise.found import Found
from jiheng.readers.recognise.head import LONGEST_TITLE, year_in
from jiheng.readers.recognise.header import indicator_header
from jiheng.readers.recognise.identity import read_identity
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.money import money_unit
from jiheng.readers.recognise.texts import free_text, points_text, value_text
from jiheng.rulebook.headings import (
    as_printed,
    bare,
    column_role,
    label_of,
    money_role,
    without_blanks,
)

_FEWEST_COLUMNS = 4
_FEWEST_HEADS = 3
_MOST_BEFORE = 12
"""Lines between a title and the first row of its table."""

_AMOUNTS = ("initial_budget", "adjusted_budget", "executed")
_FEWEST_VALUES = 2
_SUM = "合计"
_TITLE = "汇总表"


class Roster(Struct, frozen=True, kw_only=True):
    """The lines of one such table.

    Attributes:
        before: the paragraphs and title rows above it.
        heading: the last row of headings.
        heads: the cells of one or two rows of headings.
        roles: column in the grid → what stands in it.
    """

    before: tuple[Line, ...]
    heading: Line
    heads: tuple[GridCell, ...]
    roles: dict[int, str]
    rows: tuple[Line, ...]


def without_rosters(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Roster, ...]]:
    """Return the lines of forms, and the tables with one row a project."""
    rosters = tuple(_rosters(lines))
    if not rosters:
        return lines, ()
    tables = {id(roster.heading.table) for roster in rosters}
    taken = {id(line) for roster in rosters for line in roster.before}
    rest = (line for line in lines if id(line.table) not in tables and id(line) not in taken)
    return tuple(rest), rosters


def _rosters(lines: tuple[Line, ...]) -> Iterator[Roster]:
    before: list[Line] = []
    seen: set[int] = set()
    for line in lines:
        if id(line.table) in seen:
            continue
        heads = _heads(line, before[-1] if before else None)
        roles = _roles(heads)
        if roles:
            seen.add(id(line.table))
            own = tuple(row for row in lines if row.table is line.table)
            if not any(indicator_header(row) for row in own):
                below = (row for row in own if row.row > line.row)
                # Headings are printed again on each page.
                rows = tuple(row for row in below if not _names_projects(row.cells))
                yield Roster(
                    before=tuple(before), heading=line, heads=heads, roles=roles, rows=rows
                )
            before = []
        elif len(line.cells) <= 1 or _names_projects(line.cells):
            before = [*before[-_MOST_BEFORE:], line]
        else:
            before = []


def _heads(line: Line, above: Line | None) -> tuple[GridCell, ...]:
    """Return the cells of a row that may head such a table, with those of the row above it."""
    if line.table is None:
        return ()
    if above is None or above.table is not line.table or line.table.grid.ragged:
        return line.cells
    is_upper_tier = _names_projects(above.cells) and not any(
        _is_above(named, cell) for named in _project_cells(above.cells) for cell in line.cells
    )
    return (*above.cells, *line.cells) if is_upper_tier else line.cells


def _is_above(upper: GridCell, lower: GridCell) -> bool:
    """Whether a text stands below another, so that it heads no column."""
    is_left_of = lower.column < upper.column + upper.column_span
    return bool(lower.text) and is_left_of and upper.column < lower.column + lower.column_span


def _project_cells(cells: tuple[GridCell, ...]) -> list[GridCell]:
    return [cell for cell in cells if label_of(cell.text) == "project"]


def _names_projects(cells: tuple[GridCell, ...]) -> bool:
    return len(cells) >= _FEWEST_HEADS and bool(_project_cells(cells))


def _roles(heads: tuple[GridCell, ...]) -> dict[int, str]:
    """Return the roles of the columns where cells head such a table, else nothing."""
    if len(heads) < _FEWEST_COLUMNS or not _names_projects(heads):
        return {}
    roles: dict[int, str] = {}
    for cell in heads:
        role = _role(cell.text)
        if role is not None and role not in roles.values():
            roles[cell.column] = role
    values = {*_AMOUNTS, "rate", "score"} & set(roles.values())
    return roles if len(values) >= _FEWEST_VALUES else {}


def _role(text: str) -> str | None:
    label = label_of(text)
    if label in {"project", "code", "department", "implementing_unit"}:
        return label
    return money_role(text) or ("score" if column_role(text) == "score" else None)


def read_roster(roster: Roster, source: Source, form_id: str) -> Form:
    """Return the table as a form whose money lines are the projects, and their sum."""
    title = next((line for line in roster.before if _is_title(line)), None)
    dated = [line for line in (title, *roster.before) if line is not None]
    year = next((found for line in dated if (found := _year(line)) is not None), None)
    identity = read_identity([*roster.before])
    rows = _rows(roster)
    unit = identity.value.money_unit or _unit(roster)
    placed = {} if title is None else {"title": title.where()}
    departments = {line.department for line in rows.value} - {None}
    return Form(
        id=form_id,
        kind="summary",
        source=source,
        title=None if title is None else as_printed(title.text),
        year=year,
        reporting_unit=identity.value.reporting_unit,
        filled_on=identity.value.filled_on,
        project=Project(department=next(iter(departments)) if len(departments) == 1 else None),
        funds=Funds(unit=unit, lines=tuple(line.money for line in rows.value)),
        cells=placed | identity.cells | rows.cells,
    )


class _Row(Struct, frozen=True, kw_only=True):
    money: MoneyLine
    department: str | None


def _rows(roster: Roster) -> Found[tuple[_Row, ...]]:
    cells: dict[str, Cell] = {}
    read: list[_Row] = []
    for line in roster.rows:
        row = _by_role(line, roster)
        name = row.get("project")
        label = _SUM if _is_sum(line) else (free_text(name.text) if name else None)
        if label is None or not {*_AMOUNTS, "score"} & set(row):
            continue
        values = {role: value_text(row[role].text) for role in (*_AMOUNTS, "rate") if role in row}
        score = row.get("score")
        department = row.get("department")
        path = f"funds.lines[{len(read)}]"
        cells[f"{path}.label"] = line.where(name or line.cells[0])
        cells |= {
            f"{path}.{role}": line.where(cell)
            for role, cell in row.items()
            if role in {*_AMOUNTS, "rate", "score"}
        }
        money = MoneyLine(
            label=label,
            of=None if label == _SUM else _SUM,
            score=None if score is None else points_text(score.text),
            **values,
        )
        read.append(
            _Row(
                money=money,
                department=None if department is None else free_text(department.text),
            )
        )
    return Found(value=tuple(read), cells=cells)


def _by_role(line: Line, roster: Roster) -> dict[str, GridCell]:
    is_ragged = line.table is not None and line.table.grid.ragged
    if is_ragged and len(line.cells) == len(roster.heads):
        ordered = zip(roster.heads, line.cells, strict=True)
        return {
            roster.roles[head.column]: cell for head, cell in ordered if head.column in roster.roles
        }
    return {roster.roles[cell.column]: cell for cell in line.cells if cell.column in roster.roles}


def _is_sum(line: Line) -> bool:
    return label_of(line.cells[0].text) == "total" or bare(line.cells[0].text) == "小计"


def _is_title(line: Line) -> bool:
    return len(line.text) <= LONGEST_TITLE and _TITLE in without_blanks(line.text)


def _year(line: Line) -> int | None:
    return year_in(line.text) if len(line.text) <= LONGEST_TITLE else None


def _unit(roster: Roster) -> str | None:
    texts = (cell.text for cell in roster.heads)
    return next((unit for text in texts if (unit := money_unit(text)) is not None), None)
