"""The pages of exported tables: handed over, mapped; and forms as rows to paste."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jiheng.rulebook.messages import say
from jiheng.web.access.situations import posts_of
from jiheng.web.chain.views import CONFLICT, FORBIDDEN
from jiheng.web.columns.fetching import export_for, mapping_for, mappings_for
from jiheng.web.columns.fields import Column, Field
from jiheng.web.columns.leaving import as_text, as_workbook, chosen_of, rows_out
from jiheng.web.columns.models import UNITS, Export
from jiheng.web.columns.table import BadTable, Table
from jiheng.web.columns.taking import (
    MOST_NAME,
    BadMapping,
    Mapped,
    columns_of,
    proposed,
    table_of,
    take_forms,
    take_table,
)
from jiheng.web.forms.beginning import units_of
from jiheng.web.forms.saving import form_of
from jiheng.web.forms.sent import clean
from jiheng.web.language import language_of
from jiheng.web.pages.keys import key_in
from jiheng.web.pages.visitor import visitor
from jiheng.web.people.models import Organisation
from jiheng.web.rollover.carrying import forms_of

_SAMPLES = 3
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def tables(request: HttpRequest) -> HttpResponse:
    """Show the mappings of the visitor's units, or take a table."""
    person = visitor(request)
    units = units_of(posts_of(person))
    if not units:
        return render(request, "403.html", status=FORBIDDEN)
    now = timezone.localdate().year
    context: dict[str, object] = {
        "units": units,
        "years": (now - 1, now, now + 1),
        "year": now,
        "mappings": mappings_for(person),
    }
    if request.method != "POST":
        return render(request, "columns/tables.html", context)
    year = request.POST.get("year", "")
    wanted = int(year) if year in {str(now - 1), str(now), str(now + 1)} else now
    try:
        unit, file = _unit(units, request), request.FILES.get("file")
        export = take_table(person, unit, wanted, file)
    except BadTable as error:
        context["refused"] = say(f"columns.{error.why}", language_of(request))
        return render(request, "columns/tables.html", context, status=CONFLICT)
    return redirect("map-columns", key=export.pk)


def map_columns(request: HttpRequest, key: int) -> HttpResponse:
    """Ask what a table's columns hold, keep it, and go on to what the table becomes."""
    found = export_for(visitor(request), key)
    table = table_of(found)
    if request.method != "POST":
        return _mapping_page(request, found, table, proposed(found, table))
    mapped = _mapped(request, table)
    try:
        intake, aside = take_forms(found, mapped)
    except BadMapping as error:
        refused = say(f"columns.{error.why}", language_of(request))
        return _mapping_page(request, found, table, mapped, refused)
    if aside:
        messages.info(request, say("columns.aside", language_of(request), count=str(aside)))
    return redirect("prefill-intake", key=intake.pk)


@require_safe
def rows_page(request: HttpRequest, key: int) -> HttpResponse:
    """Show forms as rows in the order of a mapping's columns, to copy or as an Excel file."""
    found = mapping_for(visitor(request), key)
    year = key_in(request.GET.get("year", "")) or timezone.localdate().year
    records = forms_of((found.organisation,), year)
    chosen = chosen_of(tuple(records), request.GET.getlist("number"))
    columns = columns_of(found)
    rows = rows_out(tuple(form_of(each) for each in chosen), columns, found.money)
    if request.GET.get("as") == "xlsx":
        return _workbook(f"{found.name}-{year}", as_workbook(columns, rows))
    context = {
        "mapping": found,
        "year": year,
        "years": tuple(range(timezone.localdate().year - 2, timezone.localdate().year + 2)),
        "records": records,
        "chosen": {each.number for each in chosen},
        "columns": columns,
        "rows": rows,
        "text": as_text(rows),
        "query": request.GET.urlencode(),
    }
    return render(request, "columns/rows.html", context)


def _mapping_page(
    request: HttpRequest, export: Export, table: Table, mapped: Mapped, refused: str = ""
) -> HttpResponse:
    samples = tuple(
        tuple(row[at] for row in table.rows[:_SAMPLES] if row[at])
        for at in range(len(table.headings))
    )
    context: dict[str, object] = {
        "export": export,
        "mapped": mapped,
        "columns": tuple(zip(mapped.columns, samples, strict=True)),
        "fields": tuple(Field),
        "units": UNITS,
        "count": len(table.rows),
        "refused": refused,
    }
    return render(request, "columns/map.html", context, status=CONFLICT if refused else None)


def _mapped(request: HttpRequest, table: Table) -> Mapped:
    known = {field.value: field for field in Field}
    money = request.POST.get("money", "")
    return Mapped(
        name=" ".join((clean(request.POST.get("name")) or "").split())[:MOST_NAME],
        columns=tuple(
            Column(heading=heading, field=known.get(request.POST.get(f"field:{at}", "")))
            for at, heading in enumerate(table.headings)
        ),
        money=money if money in UNITS else UNITS[0],
    )


def _unit(units: tuple[Organisation, ...], request: HttpRequest) -> Organisation:
    return next((unit for unit in units if str(unit.pk) == request.POST.get("unit")), units[0])


def _workbook(name: str, content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type=_XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{name}.xlsx', safe='')}"
    return answer
