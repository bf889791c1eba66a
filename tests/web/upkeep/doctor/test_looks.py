"""The doctor's looks: what is well, what is not, and what it says to do."""

import fcntl
import sqlite3
from collections import namedtuple
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from jiheng.rulebook.messages import worded
from jiheng.web.config import DATABASE, SECRET, config_from
from jiheng.web.journal.writing import note
from jiheng.web.upkeep.doctor import folder, machine, network, storage
from jiheng.web.upkeep.doctor.sight import Level
from jiheng.web.worker import LOCK
from tests.web.upkeep.installation import run

SPACE = namedtuple("SPACE", "total used free")


def config(**environment: str):
    """Return the settings of an environment that has a key."""
    return config_from({"JIHENG_SECRET_KEY": "k", **environment})


@pytest.mark.parametrize(
    "look",
    [
        storage.reachable,
        storage.migrated,
        storage.writable,
        storage.write_ahead,
        storage.clock,
        storage.journal,
        storage.jobs,
    ],
)
def test_an_installation_in_use_is_well(office, look):
    assert look().level is Level.OK


def test_a_database_that_is_away_says_why(office):
    connection.close()
    (office.folder / DATABASE).rename(office.folder / "gone")
    (office.folder / DATABASE).mkdir()

    assert "unable to open database file" in worded(storage.reachable().seen)
    assert storage.reachable().level is Level.BAD


def test_tables_that_lack_a_migration_are_bad(office):
    MigrationRecorder(connection).record_unapplied("files", "0001_initial")

    assert "还差 1 步升级" in worded(storage.migrated().seen)


def test_tables_of_a_newer_program_are_bad(office):
    MigrationRecorder(connection).record_applied("files", "0999_tomorrow")

    assert "files.0999_tomorrow" in worded(storage.migrated().seen)


def test_a_database_that_only_reads_is_bad(office):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")

    assert storage.writable().level is Level.BAD


def test_another_journal_mode_of_sqlite_is_bad(office):
    connection.close()
    with closing(sqlite3.connect(office.folder / DATABASE)) as direct:
        direct.execute("PRAGMA journal_mode = DELETE")
    connection.settings_dict["OPTIONS"] = {}

    assert "delete" in worded(storage.write_ahead().seen)


def test_a_clock_that_went_back_is_bad(office, monkeypatch):
    yesterday = timezone.now() - timedelta(days=1)
    monkeypatch.setattr(storage.timezone, "localtime", lambda at=yesterday: at)

    assert storage.clock().level is Level.BAD


def test_a_journal_that_was_changed_is_bad(office):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER journal_no_update")
        cursor.execute("UPDATE journal_entry SET subject = 'x' WHERE id = 1")

    assert "第 1 条" in worded(storage.journal().seen)


def test_a_job_that_nobody_takes_is_bad(office):
    since = timezone.now() - timedelta(minutes=11)
    fields = {
        "args_kwargs": {"args": [], "kwargs": {}},
        "run_after": since,
        "exception_class_path": "",
        "traceback": "",
    }
    DBTaskResult.objects.create(task_path="x", backend_name="default", **fields)
    DBTaskResult.objects.update(enqueued_at=since)

    assert storage.jobs().level is Level.BAD


def test_a_place_that_was_never_backed_up_is_warned(office):
    assert storage.backups().level is Level.WARN


@pytest.mark.parametrize(("days", "level"), [(6, Level.OK), (8, Level.WARN)])
def test_a_backup_is_old_after_a_week(office, monkeypatch, days, level):
    note("back-up", "b.zip", None)
    later = timezone.now() + timedelta(days=days)
    monkeypatch.setattr(storage.timezone, "now", lambda: later)

    assert storage.backups().level is level


def test_a_data_folder_of_ones_own_is_well(tmp_path):
    tmp_path.chmod(0o700)

    assert folder.data(tmp_path).level is Level.OK


def test_a_data_folder_that_others_can_read_is_warned(tmp_path):
    tmp_path.chmod(0o750)

    assert "chmod 700" in worded(folder.data(tmp_path).seen)


def test_a_data_folder_of_somebody_else_names_them(tmp_path, monkeypatch):
    monkeypatch.setattr(folder.os, "geteuid", lambda: tmp_path.stat().st_uid + 1)

    assert f"sudo -u {tmp_path.owner()}" in worded(folder.data(tmp_path).seen)


def test_a_data_folder_that_is_not_there_is_bad(tmp_path):
    assert folder.data(tmp_path / "none").level is Level.BAD


@pytest.mark.parametrize(
    ("rights", "level"), [(0o600, Level.OK), (0o640, Level.BAD), (0o604, Level.BAD)]
)
def test_only_its_owner_may_read_the_key(tmp_path, monkeypatch, rights, level):
    monkeypatch.delenv("JIHENG_SECRET_KEY", raising=False)
    (tmp_path / SECRET).write_text("k" * 64)
    (tmp_path / SECRET).chmod(rights)

    assert folder.secret(tmp_path).level is level


@pytest.mark.parametrize(
    ("held", "level"), [(fcntl.LOCK_EX, Level.OK), (fcntl.LOCK_UN, Level.WARN)]
)
def test_a_worker_holds_the_folder_in_which_it_works(tmp_path, held, level):
    with (tmp_path / LOCK).open("ab") as lock:
        fcntl.flock(lock, held)

        assert folder.worker(tmp_path).level is level


def test_a_missing_key_is_bad(tmp_path, monkeypatch):
    monkeypatch.delenv("JIHENG_SECRET_KEY", raising=False)

    assert folder.secret(tmp_path).level is Level.BAD


@pytest.mark.parametrize(("length", "level"), [(31, Level.BAD), (32, Level.OK)])
def test_a_key_of_the_environment_is_long(tmp_path, monkeypatch, length, level):
    monkeypatch.setenv("JIHENG_SECRET_KEY", "k" * length)

    assert folder.secret(tmp_path).level is level


@pytest.mark.parametrize(
    ("megabytes", "level"), [(100, Level.BAD), (1000, Level.WARN), (4000, Level.OK)]
)
def test_room_on_the_disk(tmp_path, monkeypatch, megabytes, level):
    monkeypatch.setattr(folder.shutil, "disk_usage", lambda _: SPACE(0, 0, megabytes * 2**20))

    assert folder.disk(tmp_path).level is level


@pytest.mark.parametrize(
    ("environment", "level"),
    [
        ({}, Level.OK),
        ({"JIHENG_HOSTS": "jixiao.local"}, Level.WARN),
        ({"JIHENG_HOSTS": "jixiao.local", "JIHENG_HTTPS": "1"}, Level.WARN),
        ({"JIHENG_HOSTS": "jixiao.local", "JIHENG_HTTPS": "1", "JIHENG_PROXY": "1"}, Level.OK),
        ({"JIHENG_HOSTS": "*"}, Level.BAD),
    ],
)
def test_who_may_call_and_how(environment, level):
    assert network.hosts(config(**environment)).level is level


@pytest.mark.parametrize(
    ("version", "level"), [((3, 10), Level.BAD), ((3, 12), Level.OK), ((3, 14), Level.WARN)]
)
def test_versions_of_python_that_were_tried(monkeypatch, version, level):
    monkeypatch.setattr(machine.sys, "version_info", version)

    assert machine.python().level is level


def test_the_packages_of_this_environment_are_those_of_the_lock():
    assert machine.packages().level is Level.OK


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(
        machine, "requires", lambda _: ["django>=5", "nobody-has-this; extra == 'web'"]
    )

    assert "nobody-has-this" in worded(machine.packages().seen)


def test_a_package_of_another_version_is_named(monkeypatch, tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("django==1.0 \\\n    --hash=sha256:0\n")
    monkeypatch.setattr(machine, "LOCKS", (lock,))

    assert "django" in worded(machine.packages().seen)
    assert machine.packages().level is Level.WARN


def test_without_a_font_nothing_can_be_printed(monkeypatch, tmp_path):
    monkeypatch.setattr(machine, "serif_path", lambda: tmp_path / "none.ttf")

    assert machine.fonts().level is Level.BAD


@pytest.mark.slow
def test_the_command_says_what_is_missing_and_fails(tmp_path):
    said = run("doctor", "--data", tmp_path / "none", "--language", "en", expect=1)

    assert "[bad]   there is no data folder" in said


@pytest.mark.slow
def test_the_command_is_content_with_what_works(office, tmp_path):
    office.folder.chmod(0o700)
    key: Path = office.folder / SECRET
    key.write_text("k" * 64)
    key.chmod(0o600)

    assert "[有误]" not in run("doctor", "--data", office.folder)


def test_without_libreoffice_it_says_what_cannot_be_read(monkeypatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("jiheng.readers.office.program._MAC", tmp_path / "none")

    look = machine.office()

    assert look.level is Level.WARN
    assert "读不了 doc、wps、rtf" in worded(look.seen)
