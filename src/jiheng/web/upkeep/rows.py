"""Tables as lines of JSON, out of one database and into another."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Field, Model, QuerySet

_AT_ONCE = 500


def lines_of(model: type[Model]) -> Iterator[bytes]:
    """Yield the columns of a table, then its rows in the order of their key."""
    columns = _columns(model)
    names = [each.attname for each in columns]
    yield msgspec.json.encode(names)
    for row in QuerySet(model).order_by("pk").values_list(*names).iterator(_AT_ONCE):
        yield msgspec.json.encode(row, order="sorted")


def load(model: type[Model], lines: Iterable[bytes]) -> None:
    """Put the rows of a table into the database, which has that table empty."""
    source = iter(lines)
    names = msgspec.json.decode(next(source), type=list[str])
    columns = {each.attname: each for each in _columns(model)}
    fields = [columns[name] for name in names]
    statement = _insert(model, fields)
    with connection.cursor() as cursor:
        while batch := [_prepared(fields, line) for line in islice(source, _AT_ONCE)]:
            cursor.executemany(statement, batch)


def count_on(models: Iterable[type[Model]]) -> None:
    """Let the next new row of each table get a number that no row has."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def _columns(model: type[Model]) -> list[Field[Any, Any]]:
    return list(model._meta.concrete_fields)


def _insert(model: type[Model], fields: list[Field[Any, Any]]) -> str:
    quote = connection.ops.quote_name
    names = ", ".join(quote(each.column) for each in fields)
    places = ", ".join("%s" for _ in fields)
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})"


def _prepared(fields: list[Field[Any, Any]], line: bytes) -> list[Any]:
    row = msgspec.json.decode(line, type=list[Any])
    return [
        field.get_db_prep_save(field.to_python(value), connection)
        for field, value in zip(fields, row, strict=True)
    ]
