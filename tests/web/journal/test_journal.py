"""The journal can only grow, and shows when somebody got around that."""

import pytest
from django.db import DatabaseError, connection, transaction

from jiheng.web.journal.models import Entry
from jiheng.web.journal.writing import BEGINNING, first_break, note


def journal() -> tuple[Entry, ...]:
    """Return three entries."""
    return note("log-in", "lifang", None), note("fill", "YL-1", None), note("hand-in", "YL-1", None)


def without_triggers(statement: str) -> None:
    """Do what only somebody with the database's own password can do."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER journal_no_update")
            cursor.execute("DROP TRIGGER journal_no_delete")
        else:
            cursor.execute("DROP TRIGGER journal_no_change ON journal_entry")
        cursor.execute(statement)


def test_an_entry_follows_the_one_before_it(db):
    first, second, third = journal()

    assert first.previous == BEGINNING
    assert (second.previous, third.previous) == (first.digest, second.digest)
    assert first_break() is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET person_name = '别人'",
        "DELETE FROM journal_entry",
        "INSERT INTO journal_entry SELECT * FROM journal_entry",
    ],
)
def test_the_database_refuses_to_change_an_entry(db, statement):
    journal()

    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert Entry.objects.count() == 3


def test_an_entry_that_was_changed_all_the_same_is_found(db):
    _, second, _ = journal()
    without_triggers(f"UPDATE journal_entry SET subject = 'YL-2' WHERE id = {second.pk}")

    assert first_break() == second.pk


def test_an_entry_that_was_removed_all_the_same_is_missed(db):
    _, second, third = journal()
    without_triggers(f"DELETE FROM journal_entry WHERE id = {second.pk}")

    assert first_break() == third.pk
