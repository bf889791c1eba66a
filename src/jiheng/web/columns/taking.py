"""An exported table is taken in, its columns are mapped, its forms wait to be looked at."""

from collections import Counter
from pathlib import PurePath

import msgspec
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from msgspec import Struct

from jiheng.model.form import Form, Source
from jiheng.web.columns.building import Whose, build
from jiheng.web.columns.fields import Column, Field, guessed
from jiheng.web.columns.models import UNITS, Export, Mapping
from jiheng.web.columns.table import MOST_BYTES, BadTable, Table, read_table
from jiheng.web.files.storing import path_of, store
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Organisation, Person
from jiheng.web.prefill.models import Intake, ReadForm
from jiheng.web.prefill.reading import MOST_FORMS

MOST_NAME = 60


class BadMapping(Exception):
    """Columns that cannot be mapped so; ``why`` is the key of a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Mapped(Struct, frozen=True, kw_only=True):
    """What somebody says of a table's columns."""

    name: str
    columns: tuple[Column, ...]
    money: str


def take_table(person: Person, unit: Organisation, year: int, file: UploadedFile | None) -> Export:
    """Return the table of a file, kept until its columns are mapped.

    Raises:
        BadTable: there is none, or it is too large.
    """
    if file is None:
        raise BadTable("refused.no-file")
    if (file.size or 0) > MOST_BYTES:
        raise BadTable("refused.too-large")
    stored = store(file.chunks(), PurePath(file.name or "").name, person)
    table = read_table(path_of(stored), stored.name)
    return Export.objects.create(
        person=person,
        organisation=unit,
        year=year,
        file=stored,
        table=msgspec.json.encode(table).decode(),
    )


def table_of(export: Export) -> Table:
    """Return the table that is kept."""
    return msgspec.json.decode(export.table, type=Table)


def columns_of(mapping: Mapping) -> tuple[Column, ...]:
    """Return the columns of a mapping in their order."""
    return msgspec.json.decode(mapping.columns, type=tuple[Column, ...])


def proposed(export: Export, table: Table) -> Mapped:
    """Return the saved mapping of these very headings, or what the headings say."""
    for mapping in Mapping.objects.filter(organisation=export.organisation):
        columns = columns_of(mapping)
        if tuple(each.heading for each in columns) == table.headings:
            return Mapped(name=mapping.name, columns=columns, money=mapping.money)
    columns = guessed(table.headings)
    money = UNITS["万元" in "".join(table.headings)]
    name = PurePath(export.file.name).stem[:MOST_NAME]
    return Mapped(name=name, columns=columns, money=money)


@transaction.atomic
def take_forms(export: Export, mapped: Mapped) -> tuple[Intake, int]:
    """Keep a mapping; return the forms that its table holds, and how many rows were left out.

    Raises:
        BadMapping: no column names the project, two hold the same, or nothing is left.
    """
    _check(mapped)
    table = table_of(export)
    whose = Whose(
        unit=export.organisation.name,
        year=export.year,
        money=mapped.money,
        source=Source(
            path=export.file.name, format="text", part="", index=1, sha256=export.file.sha256
        ),
    )
    built = build(table, mapped.columns, whose)
    if not built.forms:
        raise BadMapping("refused.nothing")
    save_mapping(export.organisation, mapped, export.person)
    return _intake(export, built.forms), built.aside


def save_mapping(organisation: Organisation, mapped: Mapped, person: Person) -> Mapping:
    """Return the mapping of this name as it is now."""
    columns = msgspec.json.encode(mapped.columns).decode()
    mapping, is_new = Mapping.objects.get_or_create(
        organisation=organisation,
        name=mapped.name,
        defaults={"columns": columns, "money": mapped.money},
    )
    if is_new or (mapping.columns, mapping.money) != (columns, mapped.money):
        mapping.columns, mapping.money = columns, mapped.money
        mapping.save(update_fields=["columns", "money"])
        note("map-columns", organisation.name, person, {"name": mapped.name, "columns": columns})
    return mapping


def _check(mapped: Mapped) -> None:
    held = Counter(column.field for column in mapped.columns if column.field)
    if not mapped.name:
        raise BadMapping("refused.name")
    if Field.PROJECT not in held:
        raise BadMapping("refused.project")
    if max(held.values()) > 1:
        raise BadMapping("refused.twice")


def _intake(export: Export, forms: tuple[Form, ...]) -> Intake:
    intake = Intake.objects.create(
        person=export.person,
        organisation=export.organisation,
        year=export.year,
        at=timezone.now(),
    )
    ReadForm.objects.bulk_create(
        ReadForm(intake=intake, file=export.file, document=msgspec.json.encode(form).decode())
        for form in forms[:MOST_FORMS]
    )
    told = {"file": export.file.sha256, "year": str(export.year)}
    note("read-columns", export.organisation.name, export.person, told)
    return intake
