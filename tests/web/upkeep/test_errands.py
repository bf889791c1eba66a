"""``jiheng backup`` and ``jiheng restore`` as an administrator calls them."""

import fcntl
import os

import pytest

from jiheng.web.journal.models import Entry
from jiheng.web.upkeep import errands
from jiheng.web.upkeep.doctor import folder
from jiheng.web.upkeep.errands import make_backup, restore_backup
from jiheng.web.worker import LOCK


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """Django is set up already, and what is set stays in the test."""
    monkeypatch.setattr(errands, "set_up", lambda _: None)
    monkeypatch.setattr(errands, "settle", lambda _: None)


def test_a_backup_is_told_and_stands_in_the_journal(office, tmp_path, capsys):
    assert make_backup(tmp_path / "b.zip", office.folder, "en") == 0
    assert "1 form, 1 stored file" in capsys.readouterr().out
    assert Entry.objects.filter(action="back-up", subject="b.zip").count() == 1


def test_there_is_nothing_to_back_up_where_there_is_no_folder(tmp_path, capsys):
    assert make_backup(tmp_path / "b.zip", tmp_path / "none", "zh") == 2
    assert "还没有绩衡的数据" in capsys.readouterr().err


def test_a_backup_that_cannot_be_written_is_told(office, tmp_path, capsys):
    assert make_backup(tmp_path / "none" / "b.zip", office.folder, "zh") == 2
    assert "没有这个文件或文件夹" in capsys.readouterr().err


def test_a_restore_over_data_is_refused_in_a_sentence(office, tmp_path, capsys):
    make_backup(tmp_path / "b.zip", office.folder, "zh")

    assert restore_backup(tmp_path / "b.zip", office.folder, "en", replaces=False) == 2
    assert "stop the service and add --replace" in capsys.readouterr().err


def test_a_place_that_serves_is_not_replaced_under_its_people(office, tmp_path, capsys):
    make_backup(tmp_path / "b.zip", office.folder, "zh")
    with (office.folder / LOCK).open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        assert restore_backup(tmp_path / "b.zip", office.folder, "zh", replaces=True) == 2

    assert "还在运行" in capsys.readouterr().err


def test_somebody_else_is_sent_to_the_owner_of_the_data(office, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(folder.os, "geteuid", lambda: os.getuid() + 1)

    assert make_backup(tmp_path / "b.zip", office.folder, "zh") == 2
    assert "sudo -u" in capsys.readouterr().err
    assert not (tmp_path / "b.zip").exists()
