"""Tables of other systems: handed over, mapped; and forms as rows in the order of their columns."""

from typing import Annotated

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from msgspec import Meta
from ninja import Body, File, Form, Query, UploadedFile

from jiheng.web.api.operations.around import (
    XLSX,
    KeyIn,
    Number,
    Place,
    YearAsked,
    attached,
    place,
)
from jiheng.web.api.operations.prefill import Prefill, prefilled, units
from jiheng.web.api.problems import Trouble
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import NO_NUL, Wire
from jiheng.web.columns.fetching import export_for, mapping_for, mappings_for
from jiheng.web.columns.fields import Column, Field
from jiheng.web.columns.leaving import Rows, as_workbook, chosen_of, rows_out
from jiheng.web.columns.models import UNITS, Export, Mapping
from jiheng.web.columns.table import MOST_COLUMNS
from jiheng.web.columns.taking import (
    MOST_NAME,
    Mapped,
    columns_of,
    proposed,
    table_of,
    take_forms,
    take_table,
)
from jiheng.web.forms.beginning import BadBeginning
from jiheng.web.forms.saving import form_of
from jiheng.web.forms.sent import clean
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor
from jiheng.web.rollover.carrying import forms_of

_SAMPLES = 3

MoneyUnit = Annotated[str, Meta(pattern=f"^({'|'.join(UNITS)})$")]
MappingName = Annotated[str, Meta(min_length=1, max_length=MOST_NAME, pattern=NO_NUL)]
NumbersAsked = Query[tuple[Number, ...]]


class ColumnMapping(Wire, frozen=True, kw_only=True):
    """What another system's columns hold, in their order; ``money``: the unit of its amounts."""

    key: int
    name: str
    unit: Place
    money: str
    columns: tuple[Column, ...]


class ColumnMappings(Wire, frozen=True, kw_only=True):
    """The mappings of the caller's units."""

    items: tuple[ColumnMapping, ...]


class SeenColumn(Wire, frozen=True, kw_only=True):
    """A column of a table: what it probably holds, and what stands in its first rows."""

    heading: str
    field: Field | None
    samples: tuple[str, ...]


class SeenTable(Wire, frozen=True, kw_only=True):
    """A table that waits to be mapped; ``name``, ``money`` and the fields are proposed."""

    key: int
    unit: Place
    year: int
    rows: int
    name: str
    money: str
    columns: tuple[SeenColumn, ...]


class ColumnsMapped(Wire, frozen=True, kw_only=True):
    """What the columns of a table hold, one after the other; null where it is nothing of ours."""

    name: MappingName
    money: MoneyUnit
    fields: Annotated[tuple[Field | None, ...], Meta(min_length=1, max_length=MOST_COLUMNS)]


class TableTaken(Wire, frozen=True, kw_only=True):
    """The forms of a table, of which nothing has become yet; ``aside``: rows that were left out."""

    aside: int
    prefill: Prefill


class RowsOut(Wire, frozen=True, kw_only=True):
    """Forms as rows in the order of a mapping's columns."""

    headings: tuple[str, ...]
    rows: Rows


def list_mappings(request: HttpRequest) -> ColumnMappings:
    """Return the mappings of the caller's units."""
    units(request)
    found = mappings_for(visitor(request))
    return ColumnMappings(items=tuple(_mapping(each) for each in found))


def hand_table(
    request: HttpRequest, file: File[UploadedFile], unit: Form[int], year: Form[int]
) -> SeenTable:
    """Hand over a table of another system."""
    (found,) = units(request, unit)
    if abs(year - timezone.localdate().year) > 1:
        raise BadBeginning("begin.no-year")
    return _table(take_table(visitor(request), found, year, file))


def table(request: HttpRequest, key: KeyIn) -> SeenTable:
    """Return a table that waits to be mapped, with what its columns probably hold."""
    return _table(export_for(visitor(request), key))


def map_table(request: HttpRequest, key: KeyIn, said: Body[ColumnsMapped]) -> TableTaken:
    """Say what a table's columns hold; its forms are read."""
    export = export_for(visitor(request), key)
    headings = table_of(export).headings
    if len(headings) != len(said.fields):
        raise Trouble(409, "api.refused.columns", count=str(len(headings)))
    mapped = Mapped(
        name=" ".join((clean(said.name) or "").split()),
        columns=tuple(
            Column(heading=heading, field=field)
            for heading, field in zip(headings, said.fields, strict=True)
        ),
        money=said.money,
    )
    intake, aside = take_forms(export, mapped)
    return TableTaken(aside=aside, prefill=prefilled(intake, language_of(request)))


def rows(request: HttpRequest, key: KeyIn, year: YearAsked, number: NumbersAsked = ()) -> RowsOut:
    """Return forms of a year as rows; all of the unit where none is named."""
    mapping = mapping_for(visitor(request), key)
    headings = tuple(each.heading for each in columns_of(mapping))
    return RowsOut(headings=headings, rows=_rows(mapping, year, number))


def rows_file(
    request: HttpRequest, key: KeyIn, year: YearAsked, number: NumbersAsked = ()
) -> FileResponse:
    """Return the same rows as a worksheet."""
    mapping = mapping_for(visitor(request), key)
    contents = as_workbook(columns_of(mapping), _rows(mapping, year, number))
    return attached(contents, f"{mapping.name}-{year}.xlsx")


def _rows(mapping: Mapping, year: int, numbers: tuple[str, ...]) -> Rows:
    records = chosen_of(tuple(forms_of((mapping.organisation,), year)), numbers)
    forms = tuple(form_of(each) for each in records)
    return rows_out(forms, columns_of(mapping), mapping.money)


def _mapping(mapping: Mapping) -> ColumnMapping:
    return ColumnMapping(
        key=mapping.pk,
        name=mapping.name,
        unit=place(mapping.organisation),
        money=mapping.money,
        columns=columns_of(mapping),
    )


def _table(export: Export) -> SeenTable:
    found = table_of(export)
    said = proposed(export, found)
    return SeenTable(
        key=export.pk,
        unit=place(export.organisation),
        year=export.year,
        rows=len(found.rows),
        name=said.name,
        money=said.money,
        columns=tuple(
            SeenColumn(
                heading=each.heading,
                field=each.field,
                samples=tuple(row[at] for row in found.rows[:_SAMPLES] if row[at]),
            )
            for at, each in enumerate(said.columns)
        ),
    )


_ONE, _TABLE = "/columns/{key}", "/columns/tables/{key}"

OPERATIONS = (
    Operation(
        name="list-mappings",
        method="GET",
        path="/columns",
        view=list_mappings,
        answer=ColumnMappings,
    ),
    Operation(
        name="hand-table",
        method="POST",
        path="/columns/tables",
        view=hand_table,
        answer=SeenTable,
        status=201,
    ),
    Operation(name="table", method="GET", path=_TABLE, view=table, answer=SeenTable),
    Operation(name="map-table", method="POST", path=_TABLE, view=map_table, answer=TableTaken),
    Operation(name="rows-out", method="GET", path=f"{_ONE}/rows", view=rows, answer=RowsOut),
    Operation(
        name="rows-file",
        method="GET",
        path=f"{_ONE}/rows/files/xlsx",
        view=rows_file,
        media=(XLSX,),
    ),
)
