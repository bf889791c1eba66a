"""Which database is meant: a copy that stands still, or one that takes the old one's place."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

from jiheng.web.upkeep.schema import tables

_BEING_RESTORED = "restoring"
_PATIENCE = 60
_FILE = "jiheng.sqlite3"


def data_folder() -> Path:
    """Return the data folder of this installation."""
    return Path(settings.CONFIG.data)


@contextmanager
def standing_still() -> Generator[None]:
    """Let the default database be as it is now until the end, while others go on writing."""
    if connection.vendor == "sqlite":
        with TemporaryDirectory(dir=data_folder(), prefix="copy-") as folder:
            copy = Path(folder) / _FILE
            _copy_sqlite(Path(str(connection.settings_dict["NAME"])), copy)
            with pointed_at(copy):
                yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


@contextmanager
def taking_its_place() -> Generator[None]:
    """Give an empty default database that replaces the old one at the end, all at once.

    Whatever goes wrong before the end, or a sudden stop, leaves the old one as it was.
    """
    if connection.vendor == "sqlite":
        folder = data_folder() / _BEING_RESTORED
        rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        try:
            with pointed_at(folder / _FILE):
                yield
            # SQLite writes the whole copy in one transaction, journal and all.
            _copy_sqlite(folder / _FILE, Path(str(connection.settings_dict["NAME"])))
        finally:
            rmtree(folder, ignore_errors=True)
        return
    with transaction.atomic():
        _drop_tables()
        yield


def _copy_sqlite(source: Path, target: Path) -> None:
    old, new = sqlite3.connect(source), sqlite3.connect(target, timeout=_PATIENCE)
    with closing(old), closing(new):
        old.backup(new)


@contextmanager
def pointed_at(path: Path) -> Generator[None]:
    """Let everything that asks for the default database get this file."""
    usual = connections[DEFAULT_DB_ALIAS]
    described: dict[str, Any] = {**usual.settings_dict, "NAME": path}
    connections[DEFAULT_DB_ALIAS] = type(usual)(described, DEFAULT_DB_ALIAS)
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        connections[DEFAULT_DB_ALIAS] = usual


def _drop_tables() -> None:
    """Drop our tables, in the transaction that we are in; what else is in there stays."""
    ours = tables()
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) & ours:
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)} CASCADE")
