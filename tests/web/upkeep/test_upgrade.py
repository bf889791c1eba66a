"""Older data are brought up to date after a backup; newer data are refused."""

from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from jiheng.web.config import DATABASE
from jiheng.web.journal.models import Entry
from jiheng.web.journal.writing import first_break
from jiheng.web.people.models import Person
from jiheng.web.upkeep.restore import restore
from jiheng.web.upkeep.schema import applied, models_at, pending
from jiheng.web.upkeep.trouble import NewerData, Trouble
from jiheng.web.upkeep.upgrade import KEPT, bring_up_to_date, put_aside
from tests.web.upkeep.installation import installed

FIRST = "0001_initial"


@pytest.fixture
def of_old(tmp_path, django_db_blocker):
    """Return an installation whose tables are as they were in the very beginning, with a person."""
    with django_db_blocker.unblock(), installed(tmp_path / "old") as folder:
        for app in ("sessions", "axes", "django_tasks_database"):
            MigrationExecutor(connection).migrate(leaves(app))
        MigrationExecutor(connection).migrate(
            [(app, FIRST) for app in ("people", "forms", "chain", "files", "journal")]
        )
        (person,) = (each for each in models_at(applied()) if each.__name__ == "Person")
        person(username="lifang", name="李芳", password="", last_login=timezone.now()).save()
        yield folder


def leaves(app: str) -> list[tuple[str, str]]:
    """Return the last migration of an app."""
    return list(MigrationExecutor(connection).loader.graph.leaf_nodes(app))


def test_older_data_are_brought_up_to_date(of_old):
    bring_up_to_date()

    assert pending() == 0
    assert Person.objects.get().name == "李芳"


def test_an_older_journal_is_guarded_from_now_on(of_old):
    bring_up_to_date()

    assert [each.action for each in Entry.objects.all()] == ["upgrade"]
    with pytest.raises(DatabaseError, match="only grow"):
        Entry.objects.all().delete()


def test_how_it_was_before_can_be_restored_and_is_upgraded_then(of_old, elsewhere):
    before = bring_up_to_date()
    with installed(elsewhere):
        restore(before)

        assert (pending(), first_break()) == (0, None)
        assert Person.objects.get().name == "李芳"


def test_new_tables_need_no_backup(tmp_path, django_db_blocker):
    with django_db_blocker.unblock(), installed(tmp_path / "new") as folder:
        assert bring_up_to_date() is None
        assert not (folder / "backups").exists()


def test_data_that_are_up_to_date_are_left_alone(office):
    before = Entry.objects.count()

    assert bring_up_to_date() is None
    assert Entry.objects.count() == before


def test_data_of_a_newer_program_are_refused_and_left_alone(office):
    MigrationRecorder(connection).record_applied("people", "0999_tomorrow")

    with pytest.raises(NewerData, match="0999_tomorrow"):
        bring_up_to_date()

    assert not (office.folder / "backups").exists()


def test_a_database_that_is_away_is_told_in_a_sentence(office):
    connection.close()
    (office.folder / DATABASE).rename(office.folder / "gone")
    (office.folder / DATABASE).mkdir()

    with pytest.raises(Trouble, match="数据库连不上"):
        bring_up_to_date()


def test_only_the_last_backups_of_our_own_making_are_kept(office):
    (office.folder / "mine.zip").write_bytes(b"")
    made = [put_aside("before-upgrade").name for _ in range(KEPT + 2)]

    assert names(office.folder / "backups") == made[-KEPT:]
    assert (office.folder / "mine.zip").exists()


def names(folder: Path) -> list[str]:
    """Return what lies in a folder."""
    return sorted(each.name for each in folder.iterdir())
