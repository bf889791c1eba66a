"""A small folder of mixed and hostile files: the run ends, and its report is right."""

import sys

import pytest

from benchmarks.hostile_folder.folder import hostile_files, laid
from benchmarks.hostile_folder.good import good_files
from benchmarks.hostile_folder.run import Outcome, read_folder, wrong

COSTLY = (
    "百万格",
    "百万词",
    "炸弹.pdf",
    "五万像素",
    "十万.zip",
    "套.html",
    "四十亿",
    "空节炸弹",
    "炸弹.xlsx",
)
"""These are left to the benchmark."""
LITTLE = tuple(each for each in hostile_files() if not any(word in each.name for word in COSTLY))
FILES = (*good_files(18), *LITTLE)
LOOKS = 4

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is looked up in /proc")


@pytest.fixture(scope="module")
def outcome(tmp_path_factory) -> Outcome:
    """Return what came of reading the folder, with a program ended from outside on the way."""
    place = tmp_path_factory.mktemp("hostile")
    return read_folder(laid(FILES, place / "files"), place / "report.json", 2, LOOKS)


def test_every_form_is_read_and_every_other_file_refused_for_its_reason(outcome):
    assert list(wrong(FILES, outcome)) == []


def test_a_program_was_ended_from_outside_and_nothing_is_lost(outcome):
    assert outcome.killed == 1
    assert len(outcome.projects) == sum(each.is_good for each in FILES)


def test_the_memory_of_all_programs_is_bounded(outcome):
    assert 20 < outcome.parent < 400
    assert 20 < outcome.child < 800
