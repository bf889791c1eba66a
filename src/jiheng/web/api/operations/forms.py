"""Forms: the list, one of them, and a new one."""

from typing import Annotated

from django.http import HttpRequest
from msgspec import Meta
from ninja import Body
from pydantic import Field

from jiheng.model.form import Form, Indicator
from jiheng.web.access.situations import posts_of, within_reach
from jiheng.web.api.operations.around import (
    KeyAsked,
    Number,
    PageAsked,
    WordsAsked,
    YearAsked,
    forbidden,
    seen,
)
from jiheng.web.api.operations.lines import FormLine, FormList, form_list, line_of
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Key, Line, Wire, Year
from jiheng.web.chain.steps import Step
from jiheng.web.forms.beginning import MOST_ROWS, Beginning, begin, units_of
from jiheng.web.forms.saving import form_of
from jiheng.web.forms.standing import standing_of
from jiheng.web.lists.listing import COLUMNS, ordered_by
from jiheng.web.lists.rows import listed, row_of
from jiheng.web.lists.views import holding
from jiheng.web.pages.visitor import visitor

_COLUMNS = {each.name: each for each in COLUMNS}
SortBy = Annotated[str, Field(pattern=f"^({'|'.join(_COLUMNS)})$")]
"""Columns by which lists are sorted, as on the pages."""


class FormFound(Wire, frozen=True, kw_only=True):
    """A form.

    Attributes:
        actions: what the caller may do with it now.
        open_cells: paths of the cells in which the caller may write now.
        document: the form itself.
    """

    line: FormLine
    actions: tuple[str, ...]
    open_cells: tuple[str, ...]
    document: Form


class NewRow(Wire, frozen=True, kw_only=True):
    """An indicator to begin with."""

    level1: Line
    level2: Line
    name: Line
    target: Line
    weight: Annotated[str, Meta(max_length=20, pattern=r"^[0-9]*(\.[0-9]+)?$")] = ""


class NewForm(Wire, frozen=True, kw_only=True):
    """A form to begin: of which unit, project and year, with which indicators."""

    unit: Key
    project: Annotated[str, Meta(min_length=1, max_length=300, pattern=r"^[^\x00]*$")]
    year: Year
    rows: Annotated[tuple[NewRow, ...], Meta(min_length=1, max_length=MOST_ROWS)]


def list_forms(
    request: HttpRequest,
    year: YearAsked | None = None,
    step: Step | None = None,
    unit: KeyAsked = None,
    q: WordsAsked = "",
    sort: SortBy = "due",
    down: bool = False,
    page: PageAsked = 1,
) -> FormList:
    """Return the forms that the caller may see."""
    records = within_reach(posts_of(visitor(request)))
    asked = {"year": year, "step": step, "organisation": unit}
    records = records.filter(**{name: value for name, value in asked.items() if value is not None})
    if q.strip():
        records = records.filter(holding(q.strip()))
    return form_list(ordered_by(listed(records), _COLUMNS[sort], is_down=down), page)


def form(request: HttpRequest, number: Number) -> FormFound:
    """Return one form, as it stands now."""
    record = seen(request, number)
    standing = standing_of(visitor(request), record)
    return FormFound(
        line=line_of(row_of(record)),
        actions=tuple(sorted(standing.allowed)),
        open_cells=tuple(sorted(standing.open_now)),
        document=form_of(record),
    )


def begin_form(request: HttpRequest, new: Body[NewForm]) -> FormFound:
    """Begin a form in a unit in which the caller is a clerk."""
    person = visitor(request)
    posts = posts_of(person)
    unit = next((each for each in units_of(posts) if each.pk == new.unit), None)
    if unit is None:
        raise forbidden()
    rows = tuple(
        Indicator(
            level1=each.level1.strip(),
            level1_printed=each.level1.strip(),
            level2=each.level2.strip(),
            name=each.name.strip(),
            target=each.target.strip(),
            weight=each.weight or None,
        )
        for each in new.rows
    )
    wish = Beginning(unit=unit, project=new.project, year=new.year, rows=rows)
    return form(request, begin(person, posts, wish).number)


OPERATIONS = (
    Operation(name="list-forms", method="GET", path="/forms", view=list_forms, answer=FormList),
    Operation(
        name="begin-form",
        method="POST",
        path="/forms",
        view=begin_form,
        answer=FormFound,
        status=201,
    ),
    Operation(name="form", method="GET", path="/forms/{number}", view=form, answer=FormFound),
)
