"""Forms are added to a corpus all at one stroke, and once each."""

import signal
import subprocess
import sys

import pytest

from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.building import building
from jiheng.corpus.store.manifest import faults, read_manifest
from jiheng.corpus.store.opening import open_corpus
from tests.corpus.store.shelf import form, shelve

CUT_OFF = """
import sys, time
from pathlib import Path
from jiheng.corpus.store.building import building
from jiheng.corpus.store.filing import filed
from jiheng.pipeline.reading import with_pack
from tests.corpus.store.shelf import form

with building(Path(sys.argv[1])) as builder:
    builder.add(filed(with_pack(form(2))))
    print("in the middle", flush=True)
    time.sleep(60)
"""


def files(folder):
    return sorted(path.name for path in folder.glob("*/*/*/*"))


def test_forms_lie_by_year_and_region(tmp_path):
    shelve(tmp_path, form(1), form(2, year=2024), region="990100")

    assert [part.path for part in read_manifest(tmp_path).parts] == [
        "year=2023/region=990100/4241edfd",
        "year=2024/region=990100/a216ca4e",
    ]


def test_a_form_that_says_no_year_takes_the_one_that_was_said(tmp_path):
    shelve(tmp_path, form(1, year=None), year=2022)

    assert [part.year for part in read_manifest(tmp_path).parts] == [2022]


def test_the_same_form_is_added_once(tmp_path):
    shelve(tmp_path, form(1))

    assert shelve(tmp_path, form(1), form(2), form(2)) == (1, 2)
    assert read_manifest(tmp_path).forms == 2


def test_the_same_forms_again_leave_no_file(tmp_path):
    shelve(tmp_path, form(1))
    before = files(tmp_path)

    shelve(tmp_path, form(1))

    assert files(tmp_path) == before


def test_a_builder_that_does_not_come_to_its_end_adds_nothing(tmp_path):
    shelve(tmp_path, form(1))

    with pytest.raises(KeyboardInterrupt), building(tmp_path) as builder:
        raise KeyboardInterrupt

    assert builder.added == 0
    assert read_manifest(tmp_path).forms == 1


def test_a_run_that_was_killed_leaves_the_old_corpus_whole(tmp_path):
    shelve(tmp_path, form(1))
    run = subprocess.Popen([sys.executable, "-c", CUT_OFF, tmp_path], stdout=subprocess.PIPE)
    run.stdout.readline()

    run.send_signal(signal.SIGKILL)
    run.communicate()

    manifest = read_manifest(tmp_path)
    assert (manifest.forms, list(faults(tmp_path, manifest))) == (1, [])
    assert "forms-unfinished.parquet" in files(tmp_path)


def test_the_next_run_removes_what_a_killed_one_left(tmp_path):
    shelve(tmp_path, form(1))
    stray = next(tmp_path.glob("coded/*/*")) / "forms-unfinished.parquet"
    stray.write_bytes(b"PAR1")

    assert shelve(tmp_path, form(2)) == (1, 0)
    assert not stray.exists()


def test_two_builders_do_not_work_on_one_corpus(tmp_path):
    with building(tmp_path), pytest.raises(CorpusError, match="正在写这个语料库"):
        shelve(tmp_path, form(1))


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path):
    (tmp_path / "自评表.docx").write_bytes(b"")

    with pytest.raises(CorpusError, match=r"有别的东西（自评表\.docx）"):
        shelve(tmp_path, form(1))


def test_a_path_that_is_a_file_is_no_corpus(tmp_path):
    (tmp_path / "语料库").write_bytes(b"")

    with pytest.raises(CorpusError, match="写不进去"):
        shelve(tmp_path / "语料库", form(1))


def test_a_part_with_the_name_of_another_gets_a_longer_one(tmp_path, monkeypatch):
    monkeypatch.setattr("jiheng.corpus.store.writing.sha256", _Same)
    shelve(tmp_path, form(1))
    shelve(tmp_path, form(2))

    assert [part.name for part in read_manifest(tmp_path).parts] == ["0" * 8, "0" * 16]
    assert len(list(open_corpus(tmp_path).forms([form(1).id, form(2).id]))) == 2


class _Same:
    """A hash that is the same of everything."""

    def update(self, _):
        """Take bytes."""

    def hexdigest(self):
        """Return the hash."""
        return "0" * 64
