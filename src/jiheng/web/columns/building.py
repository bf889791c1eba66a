"""An exported table under a mapping → the forms of one unit and year."""

from collections.abc import Mapping as Named
from uuid import uuid4

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Form, Funds, Goal, Indicator, Project, Source
from jiheng.rulebook.layouts import load_layout
from jiheng.web.columns.fields import Column, Field
from jiheng.web.columns.table import Table
from jiheng.web.forms.drawn import NATIONAL
from jiheng.web.imports.names import plain
from jiheng.writers.layout import empty_form

Values = Named[Field, str]


class Whose(Struct, frozen=True, kw_only=True):
    """What a table is read for.

    Attributes:
        unit: name of the unit; rows of others are left out.
        money: the unit of the amounts.
    """

    unit: str
    year: int
    money: str
    source: Source


class Built(Struct, frozen=True, kw_only=True):
    """The forms of a table.

    Attributes:
        aside: rows of other units, of other years, or of no project.
    """

    forms: tuple[Form, ...]
    aside: int


def build(table: Table, columns: tuple[Column, ...], whose: Whose) -> Built:
    """Return a form for each project, with an indicator for each of its rows that names one."""
    projects: dict[str, list[Values]] = {}
    aside, last = 0, ""
    for line in table.rows:
        values = {
            column.field: text
            for column, text in zip(columns, line, strict=True)
            if column.field and text
        }
        # A table made for the eye names a project once and leaves the cells below it blank.
        last = values.get(Field.PROJECT, last)
        if not values or not last or not _is_of(values, whose):
            aside += 1
            continue
        projects.setdefault(last, []).append(values)
    forms = tuple(_form(name, rows, whose) for name, rows in projects.items())
    return Built(forms=forms, aside=aside)


def _is_of(values: Values, whose: Whose) -> bool:
    unit, year = values.get(Field.UNIT), values.get(Field.YEAR, "")
    is_ours = unit is None or plain(unit) == plain(whose.unit)
    digits = "".join(filter(str.isdecimal, year))
    return is_ours and (not digits or int(digits) == whose.year)


def _form(name: str, rows: list[Values], whose: Whose) -> Form:
    empty = empty_form(load_layout(NATIONAL))
    known = _first(rows)
    line = replace(
        empty.funds.lines[0],
        initial_budget=known.get(Field.INITIAL_BUDGET),
        adjusted_budget=known.get(Field.ADJUSTED_BUDGET),
        executed=known.get(Field.EXECUTED),
        weight="10",
    )
    return replace(
        empty,
        id=f"{uuid4().hex[:12]}-1",
        source=whose.source,
        year=whose.year,
        reporting_unit=whose.unit,
        project=Project(
            name=name,
            code=known.get(Field.CODE),
            department=known.get(Field.DEPARTMENT),
            department_code=known.get(Field.DEPARTMENT_CODE),
            implementing_unit=whose.unit,
        ),
        funds=Funds(unit=whose.money, lines=(line, *empty.funds.lines[1:])),
        goal=Goal(expected=known.get(Field.GOAL)),
        indicators=tuple(_indicators(rows)),
    )


def _first(rows: list[Values]) -> Values:
    """What the rows of a project say of the whole of it: the first to say anything is heard."""
    known: dict[Field, str] = {}
    for values in rows:
        for field, text in values.items():
            known.setdefault(field, text)
    return known


def _indicators(rows: list[Values]) -> list[Indicator]:
    found: list[Indicator] = []
    level1, level2 = None, None
    for values in rows:
        level1 = values.get(Field.LEVEL1, level1)
        level2 = values.get(Field.LEVEL2, level2)
        if Field.NAME in values:
            found.append(
                Indicator(
                    level1=level1,
                    level1_printed=level1,
                    level2=level2,
                    name=values[Field.NAME],
                    target=_target(values),
                    actual=values.get(Field.ACTUAL),
                    weight=values.get(Field.WEIGHT),
                    score=values.get(Field.SCORE),
                    reason=values.get(Field.REASON),
                )
            )
    return found


def _target(values: Values) -> str | None:
    """A target whose sign and unit stand in columns of their own, in one piece."""
    target = values.get(Field.TARGET)
    if target is None:
        return None
    sign = values.get(Field.OPERATOR, "")
    # 定性, 正向 and the like are no signs.
    before = sign if sign and not sign.isalpha() and not target.startswith(sign) else ""
    measure = values.get(Field.MEASURE, "")
    is_number = target[-1:].isdecimal()
    return f"{before}{target}{measure if is_number else ''}"
