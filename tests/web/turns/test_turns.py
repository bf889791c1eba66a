"""Transactions on SQLite wait for their turn, and give it back whatever becomes of them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.db.utils import OperationalError

from jiheng.web.config import Config, database
from jiheng.web.turns.base import DatabaseWrapper

pytestmark = pytest.mark.django_db
WRITERS, TIMES = 8, 25


@pytest.fixture
def opened(tmp_path):
    """Return what opens a connection of its own to a database with one number in it."""
    described = database(Config(data=tmp_path, secret="s"))
    settings = {**connections["default"].settings_dict, **described}
    settings["OPTIONS"] = {**described["OPTIONS"], "timeout": 0}
    made = []

    def connect() -> DatabaseWrapper:
        made.append(DatabaseWrapper(settings, alias="default"))
        made[-1].inc_thread_sharing()
        return made[-1]

    with connect().cursor() as cursor:
        cursor.execute("CREATE TABLE counted (number INTEGER)")
        cursor.execute("INSERT INTO counted VALUES (0)")
    yield connect
    for each in made:
        each.close()


def begin(connection: DatabaseWrapper) -> None:
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def count_on(connection: DatabaseWrapper) -> None:
    begin(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM counted")
        (number,) = cursor.fetchone()
        cursor.execute("UPDATE counted SET number = %s", [number + 1])
    connection.commit()
    connection.set_autocommit(True)


def counted(connection: DatabaseWrapper) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM counted")
        return cursor.fetchone()[0]


def test_nobody_finds_the_database_busy_though_nobody_asks_twice(opened):
    def write(_: int) -> None:
        connection = opened()
        for _ in range(TIMES):
            count_on(connection)

    with ThreadPoolExecutor(WRITERS) as writers:
        list(writers.map(write, range(WRITERS)))

    assert counted(opened()) == WRITERS * TIMES


def test_a_transaction_that_is_taken_back_gives_its_turn(opened):
    first, second = opened(), opened()
    begin(first)

    first.rollback()
    count_on(second)

    assert counted(second) == 1


def test_a_connection_that_goes_away_gives_its_turn(opened):
    first, second = opened(), opened()
    begin(first)

    first.close()
    count_on(second)

    assert counted(second) == 1


def test_a_transaction_that_cannot_begin_gives_its_turn(opened, tmp_path):
    first, second = opened(), opened()
    with second.cursor() as cursor:
        # Somebody who takes no turns, such as a shell, holds the database.
        cursor.execute("BEGIN IMMEDIATE")

    with pytest.raises(OperationalError, match="locked"):
        begin(first)

    with second.cursor() as cursor:
        cursor.execute("ROLLBACK")
    count_on(second)
    assert counted(second) == 1
