"""Triggers by which the database itself refuses to change or remove an entry."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_REFUSED = "the journal can only grow"
_SQLITE = tuple(
    f"CREATE TRIGGER journal_no_{what.lower()} BEFORE {what} ON journal_entry "
    f"BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
    for what in ("UPDATE", "DELETE")
)
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_REFUSED}'; END $$",
    "CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE ON journal_entry "
    "FOR EACH ROW EXECUTE FUNCTION journal_refuse()",
    "CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()",
)
_STATEMENTS = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}


def guard(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place: the step of a migration."""
    for statement in _STATEMENTS[editor.connection.vendor]:
        editor.execute(statement)
