"""The programs that read: one that a file blows up is replaced, and the others go on."""

import sys

import pytest
from msgspec.structs import replace

from jiheng.formats.apart.child import Child
from jiheng.formats.apart.limits import Limits
from jiheng.formats.apart.told import said
from jiheng.pipeline.apart.readers import Readers, asked, read_apart
from jiheng.pipeline.apart.reading import READING, Reading, job_for, seen_tables
from jiheng.readers.opening import open_document
from tests.cli.test_commands import form

LONG = b"1 " * (6 << 20)
"""A text that nobody wrote: 12 MB, within what a file may have."""
ROOMY = Limits(memory=3 << 30, cpu_seconds=60, seconds=60)
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a good file and one that is too much."""
    (tmp_path / "好.txt").write_text(form(), encoding="utf-8")
    (tmp_path / "长.txt").write_bytes(LONG)
    return tmp_path


def told(reading: Reading) -> str:
    return said(reading.refused, "zh") or reading.forms[0].project.name


def read_in_turn(folder, limits: Limits, *names: str) -> list[str]:
    """Return what comes of files that one child of these limits reads after one another."""
    program = replace(READING, limits=limits)
    child = Child(program)
    try:
        return [told(asked(child, job_for(folder / name, name), program)) for name in names]
    finally:
        child.end()


@on_unix
@pytest.mark.parametrize(
    ("limits", "why"),
    [
        (replace(ROOMY, memory=200 << 20), "长.txt：读这个文件用的内存超过 200 MB 的上限，已停止"),
        (replace(ROOMY, cpu_seconds=1), "长.txt：读这个文件用的处理器时间超过 1 秒的上限，已停止"),
    ],
)
def test_a_file_beyond_a_limit_is_told_with_the_limit_and_the_next_is_read(folder, limits, why):
    first, second = read_in_turn(folder, limits, "长.txt", "好.txt")

    assert first == f"{why}；其他文件不受影响。"
    assert second == "职业技能培训补助"


def test_what_is_read_side_by_side_comes_back_in_order(tmp_path):
    names = [f"{number}.txt" for number in range(12)]
    for name in names:
        (tmp_path / name).write_text(form(project=f"项目{name}"), encoding="utf-8")

    with Readers(2) as readers:
        found = [
            (name, told(reading))
            for name, reading in readers.read(
                (name, job_for(tmp_path / name, name)) for name in names
            )
        ]

    assert found == [(name, f"项目{name}") for name in names]


def test_readers_that_are_left_early_leave_nothing_running(folder):
    with Readers(1) as readers:
        waiting = readers.begin(job_for(folder / "长.txt", "长.txt"))

    assert "中途结束" in told(waiting.result())


def test_a_name_that_is_no_text_is_found(tmp_path):
    path = tmp_path / "\udcb1\udced.txt"
    path.write_text(form(), encoding="utf-8")

    assert told(read_apart(job_for(path, "表.txt"))) == "职业技能培训补助"


def test_tables_and_documents_are_answered_where_they_are_wanted(folder):
    path = folder / "好.txt"

    tables = seen_tables(read_apart(job_for(path, "好.txt", "forms and tables")).tables)
    document = read_apart(job_for(path, "好.txt", "document")).document

    assert tables == open_document(path).grids
    assert document == open_document(path, name="好.txt")
