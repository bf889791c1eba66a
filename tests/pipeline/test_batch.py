"""Many files read: in their order, side by side, and on from where a run was cut off."""

import os
import shutil
import zipfile
from itertools import islice
from pathlib import Path

import pytest

from jiheng import __version__
from jiheng.formats.apart.told import said
from jiheng.pipeline import batch as module
from jiheng.pipeline.apart.readers import Readers
from jiheng.pipeline.apart.reading import Job, Reading
from jiheng.pipeline.batch import Batch, Manner
from jiheng.pipeline.journal import BadJournal
from tests.cli.test_commands import form

NAMES = ("甲.txt", "乙.txt", "丙.txt", "丁.txt")


@pytest.fixture
def folder(tmp_path) -> Path:
    """Return a folder of four forms."""
    forms = tmp_path / "表"
    forms.mkdir()
    for name in NAMES:
        (forms / name).write_text(form(project=name), encoding="utf-8")
    return forms


@pytest.fixture
def read_now(monkeypatch) -> list[str]:
    """Return the names of files as they are read; those that a journal knows are not."""
    names: list[str] = []

    def noted(job: Job) -> Reading:
        names.append(Path(job.name).name)
        return real(job)

    real = module.read
    monkeypatch.setattr(module, "read", noted)
    return names


def projects(path: Path, manner: Manner) -> list[str]:
    """Return the projects of the forms in a folder, or why there is none."""
    with Batch((path,), manner) as batch:
        return [
            said(each.reading.refused, "zh") or each.reading.forms[0].project.name or ""
            for each in batch
        ]


def test_programs_side_by_side_read_the_same_as_this_one(folder):
    assert projects(folder, Manner(jobs=2)) == projects(folder, Manner()) == sorted(NAMES)


def test_a_bad_file_stops_nothing(folder):
    (folder / "乙.txt").write_bytes(b"")

    found = projects(folder, Manner(jobs=1))

    assert [name for name in found if "文件是空的" not in name] == ["丁.txt", "丙.txt", "甲.txt"]


def test_what_an_archive_held_is_removed_as_it_was_read(folder, tmp_path):
    with zipfile.ZipFile(folder / "包.zip", "w") as package:
        package.writestr("一.txt", form())
        package.writestr("二.txt", form())

    with Batch((folder / "包.zip",), Manner()) as batch:
        seen = [len(os.listdir(each.file.path.parent)) for each in batch]

    assert seen == [2, 1]


def test_what_an_archive_held_stays_where_somebody_needs_it(folder, tmp_path):
    with zipfile.ZipFile(folder / "包.zip", "w") as package:
        package.writestr("一.txt", form())
    (tmp_path / "留").mkdir()

    projects(folder / "包.zip", Manner(keep=tmp_path / "留"))

    assert len(os.listdir(tmp_path / "留")) == 1


def test_a_run_that_was_cut_off_goes_on_and_gives_the_whole(folder, tmp_path, read_now):
    journal = Manner(journal=tmp_path / "进度")
    with Batch((folder,), journal) as batch:
        list(islice(batch, 2))

    assert projects(folder, journal) == sorted(NAMES)
    assert read_now == sorted(NAMES)


def test_a_file_that_changed_is_read_again(folder, tmp_path, read_now):
    journal = Manner(journal=tmp_path / "进度")
    projects(folder, journal)
    (folder / "乙.txt").write_text(form(project="改过"), encoding="utf-8")
    read_now.clear()

    assert "改过" in projects(folder, journal)
    assert read_now == ["乙.txt"]


def test_a_file_that_moved_is_read_under_its_new_name(folder, tmp_path, read_now):
    journal = Manner(journal=tmp_path / "进度")
    projects(folder, journal)
    shutil.move(folder / "乙.txt", folder / "戊.txt")
    read_now.clear()

    projects(folder, journal)

    assert read_now == ["戊.txt"]


def test_a_refusal_is_remembered_too(folder, tmp_path, read_now):
    (folder / "乙.txt").write_bytes(b"")
    journal = Manner(journal=tmp_path / "进度")

    assert projects(folder, journal) == projects(folder, journal)
    assert len(read_now) == 4


def test_a_line_that_was_cut_off_is_read_again_and_the_journal_is_whole(folder, tmp_path, read_now):
    journal = tmp_path / "进度"
    projects(folder, Manner(journal=journal))
    journal.write_bytes(journal.read_bytes()[:-100])
    read_now.clear()

    projects(folder, Manner(journal=journal))
    projects(folder, Manner(journal=journal))

    assert read_now == ["甲.txt"]


def test_what_another_version_read_is_read_again(folder, tmp_path, read_now):
    journal = tmp_path / "进度"
    projects(folder, Manner(journal=journal))
    journal.write_bytes(journal.read_bytes().replace(__version__.encode(), b"0.0.0", 1))

    projects(folder, Manner(journal=journal))

    assert len(read_now) == 8


def test_a_file_that_was_ended_from_outside_is_read_again_by_the_next_run(
    folder, tmp_path, monkeypatch
):
    journal = Manner(jobs=1, journal=tmp_path / "进度")
    monkeypatch.setattr(Readers, "begin", lambda *_: module._done(Reading(is_final=False)))
    with Batch((folder,), journal) as batch:
        list(batch)
    monkeypatch.undo()

    assert projects(folder, journal) == sorted(NAMES)


@pytest.mark.parametrize("content", [b"1,2,3\n", b'{"schema": "jiheng.form/1"}\n', b"\0" * 9])
def test_a_file_that_is_no_journal_is_left_alone(folder, tmp_path, content):
    other = tmp_path / "别的.csv"
    other.write_bytes(content)

    with pytest.raises(BadJournal, match=r"别的\.csv：这个文件不是进度记录，没有动它"):
        projects(folder, Manner(journal=other))
    assert other.read_bytes() == content


def test_a_journal_that_cannot_be_written_is_told(folder, tmp_path):
    with pytest.raises(BadJournal, match="进度记录写不进去"):
        projects(folder, Manner(journal=tmp_path))


def test_a_file_for_which_the_machine_has_no_memory_stops_nothing(folder, monkeypatch):
    def greedy(job: Job) -> Reading:
        if job.name.endswith("乙.txt"):
            raise MemoryError
        return real(job)

    real = module.read
    monkeypatch.setattr(module, "read", greedy)

    found = projects(folder, Manner())

    assert "MemoryError" in found[2]
    assert len(found) == 4
