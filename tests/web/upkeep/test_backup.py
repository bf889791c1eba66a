"""A backup holds everything, restores anywhere, and shows when it is not as it was written."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection

from jiheng.web.config import DATABASE
from jiheng.web.files.models import StoredFile
from jiheng.web.files.storing import path_of
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.journal.models import Entry
from jiheng.web.journal.writing import first_break, note
from jiheng.web.people.models import Organisation, Person, Visit
from jiheng.web.upkeep.backup import back_up
from jiheng.web.upkeep.restore import restore
from jiheng.web.upkeep.trouble import BrokenJournal, DamagedArchive, NewerData, NotEmpty, Trouble
from jiheng.web.upkeep.upgrade import put_aside
from tests.web.city import PASSWORD
from tests.web.upkeep.installation import installed


def rewritten(path: Path, member: str, text: bytes, name: str | None = None) -> Path:
    """Return a copy of a backup in which one member holds something else, under a sound checksum."""
    copy = path.with_name("rewritten.zip")
    with ZipFile(path) as old, ZipFile(copy, "w") as new:
        for each in old.namelist():
            new.writestr(
                (name or each) if each == member else each,
                text if each == member else old.read(each),
            )
    return copy


def retold(path: Path, **changes: object) -> Path:
    """Return a copy of a backup with another manifest."""
    with ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    return rewritten(path, "manifest.json", json.dumps({**manifest, **changes}).encode())


def broken_byte(path: Path, at: int) -> Path:
    """Return a copy of a backup with one byte turned over."""
    turned = bytearray(path.read_bytes())
    turned[at] ^= 0xFF
    copy = path.with_name("turned.zip")
    copy.write_bytes(turned)
    return copy


@pytest.fixture
def backup(office, tmp_path) -> Path:
    """Return a backup of the office."""
    back_up(tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def test_what_was_backed_up_is_there_after_the_restore(office, backup, elsewhere):
    with installed(elsewhere):
        restore(backup)

        record = FormRecord.objects.get(number=office.record.number)
        assert record.document == office.record.document
        assert FormVersion.objects.get(record=record).made_by.name == "李芳"
        assert Person.objects.get(username="lifang").check_password(PASSWORD)
        assert Organisation.objects.get(name="云岭市").branch == office.city.city.branch
        assert path_of(StoredFile.objects.get()).read_bytes() == b"handed in"


def test_a_backup_of_the_restored_is_equal_to_its_last_byte(backup, elsewhere):
    with installed(elsewhere):
        first = restore(backup)
        again = back_up(elsewhere / "again.zip")

    journal = "rows/journal.entry.jsonl"
    assert [each for each in again.members if each.name != journal] == [
        each for each in first.members if each.name != journal
    ]


def test_the_restored_journal_hangs_together_and_tells_of_the_restore(backup, elsewhere):
    with installed(elsewhere):
        manifest = restore(backup)
        note("log-out", "lifang", None)

        assert first_break() is None
        assert [each.action for each in Entry.objects.order_by("-id")[:3]] == [
            "log-out",
            "restore",
            "log-in",
        ]
        assert Entry.objects.get(action="restore").subject == manifest.taken_at


@pytest.mark.parametrize(
    "statement", ["UPDATE journal_entry SET subject = 'x'", "DELETE FROM journal_entry"]
)
def test_nobody_can_edit_the_restored_journal(backup, elsewhere, statement):
    with installed(elsewhere):
        restore(backup)

        with pytest.raises(DatabaseError, match="only grow"), connection.cursor() as cursor:
            cursor.execute(statement)


def test_what_is_new_after_a_restore_gets_numbers_of_its_own(office, backup, elsewhere):
    with installed(elsewhere):
        restore(backup)

        assert Person.objects.create(username="new", name="新人").pk > office.city.audit_admin.pk


def test_who_was_logged_in_is_not_in_a_backup(office, tmp_path, elsewhere):
    session = SessionStore()
    session.save()
    Visit.objects.create(person=office.city.clerk, session_key=session.session_key)
    back_up(tmp_path / "backup.zip")
    with installed(elsewhere):
        restore(tmp_path / "backup.zip")

        assert not Session.objects.exists()
        assert not Visit.objects.exists()


def test_only_its_owner_may_read_a_backup(backup):
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_backup_never_replaces_a_file(office, tmp_path):
    (tmp_path / "backup.zip").write_bytes(b"mine")

    with pytest.raises(Trouble, match="已经有了"):
        back_up(tmp_path / "backup.zip")

    assert (tmp_path / "backup.zip").read_bytes() == b"mine"


def test_a_place_that_holds_something_is_refused(office, backup):
    before = Entry.objects.count()

    with pytest.raises(NotEmpty, match="--replace"):
        restore(backup)

    assert Entry.objects.count() == before


def test_what_is_replaced_is_put_aside_first(office, backup):
    FormRecord.objects.update(project="后来改的")
    restore(backup, put_aside=lambda: put_aside("before-restore"))

    (kept,) = (office.folder / "backups").glob("before-restore-*.zip")
    assert FormRecord.objects.get().project == office.record.project
    with ZipFile(kept) as archive:
        assert "后来改的" in archive.read("rows/forms.formrecord.jsonl").decode()


@pytest.mark.parametrize(
    "member",
    ["rows/forms.formrecord.jsonl", "rows/journal.entry.jsonl"],
)
def test_a_changed_member_is_named(office, backup, elsewhere, member):
    with installed(elsewhere), pytest.raises(DamagedArchive, match=member):
        restore(rewritten(backup, member, b"[]\n"))


def test_a_changed_stored_file_is_named(office, backup, elsewhere):
    member = f"files/{office.stored.sha256}"

    with installed(elsewhere), pytest.raises(DamagedArchive, match=member):
        restore(rewritten(backup, member, b"handed on"))


def test_a_changed_byte_is_named(office, backup, elsewhere):
    at = backup.read_bytes().index(b"handed in")

    with installed(elsewhere), pytest.raises(DamagedArchive, match=office.stored.sha256):
        restore(broken_byte(backup, at))


def test_a_file_that_is_no_backup_is_refused(office, tmp_path, elsewhere):
    (tmp_path / "x.zip").write_bytes(b"PK nothing")

    with installed(elsewhere), pytest.raises(DamagedArchive, match="不是绩衡的备份"):
        restore(tmp_path / "x.zip")


def test_a_path_in_a_member_leads_nowhere(office, backup, elsewhere):
    with ZipFile(backup) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    trick = "files/../../out"
    for each in manifest["members"]:
        each["name"] = trick if each["name"].startswith("files/") else each["name"]
    moved = rewritten(backup, f"files/{office.stored.sha256}", b"handed in", trick)
    moved.rename(backup)
    told = rewritten(backup, "manifest.json", json.dumps(manifest).encode())

    with installed(elsewhere), pytest.raises(DamagedArchive, match="out"):
        restore(told)

    assert not list(elsewhere.parent.rglob("out"))


def test_a_backup_of_a_newer_version_is_refused(backup, elsewhere):
    newer = retold(backup, migrations=["people.0999_tomorrow"])

    with installed(elsewhere), pytest.raises(NewerData, match="0999_tomorrow"):
        restore(newer)


def test_a_forged_journal_is_refused_and_the_old_state_stands(office, tmp_path, elsewhere):
    with closing(sqlite3.connect(office.folder / DATABASE)) as direct, direct:
        direct.execute("DROP TRIGGER journal_no_update")
        direct.execute("UPDATE journal_entry SET subject = 'forged' WHERE id = 1")
    back_up(tmp_path / "forged.zip")
    with installed(elsewhere):
        note("log-in", "here", None)

        with pytest.raises(BrokenJournal, match="第 1 条"):
            restore(tmp_path / "forged.zip", put_aside=lambda: None)

        assert [each.subject for each in Entry.objects.all()] == ["here"]
        assert not (elsewhere / "restoring").exists()
