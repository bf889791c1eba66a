"""Empties the database of the tests, the journal too, which refuses that to everybody else."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.color import no_style
from django.db import connection

JOURNAL = "journal_entry"


def empty_database() -> None:
    """Remove every row that a test has written."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    statements = connection.ops.sql_flush(
        no_style(), tables, reset_sequences=True, allow_cascade=False
    )
    with _unguarded():
        connection.ops.execute_sql_flush(statements)


@contextmanager
def _unguarded() -> Iterator[None]:
    """Take the journal's triggers away and put the same ones back."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {JOURNAL} DISABLE TRIGGER USER")
            yield
            cursor.execute(f"ALTER TABLE {JOURNAL} ENABLE TRIGGER USER")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, statement in triggers:
            cursor.execute(statement)
