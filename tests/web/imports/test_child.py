"""The programs that read: one that a file blows up is replaced, and the worker goes on."""

import sys

import pytest

from jiheng.web.imports import readers
from jiheng.web.imports.child import Job
from jiheng.web.imports.readers import Child, Readers
from jiheng.web.imports.told import said
from tests.web.imports.handing import form, word

LIMITED = "from jiheng.web.imports import child; child.{limit}; child.main()"
LONG = b"1 " * (12 << 20)
"""A text that nobody wrote: 24 MB, within what a file may have."""


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a good file and one that is too much."""
    (tmp_path / "good.docx").write_bytes(word())
    (tmp_path / "long.txt").write_bytes(LONG)
    return tmp_path


def read_with(limit: str, monkeypatch, folder) -> list[str]:
    """Return what comes of the long file and of a good one after it, by a child so limited."""
    command = (sys.executable, "-c", LIMITED.format(limit=limit))
    monkeypatch.setattr(readers, "_COMMAND", command)
    child = Child()
    try:
        read = [
            child.read(Job(path=str(folder / name), name=name))
            for name in ("long.txt", "good.docx")
        ]
    finally:
        child.end()
    return [said(each.refused, "zh") or each.forms[0].form.project.name for each in read]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize("limit", ["MEMORY = 300 << 20", "CPU_SECONDS = 1"])
def test_a_file_beyond_the_limits_is_told_and_the_next_is_read(limit, monkeypatch, folder):
    assert read_with(limit, monkeypatch, folder) == [
        "读这个文件用的内存或时间超过上限，已停止；其他文件不受影响",
        "职业技能培训补助",
    ]


def test_a_file_that_takes_too_long_by_the_clock_is_given_up(monkeypatch, folder):
    monkeypatch.setattr(readers, "_SECONDS", 0.05)

    assert read_with("MEMORY = 3 << 30", monkeypatch, folder)[0].startswith(
        "读这个文件用的内存或时间"
    )


def test_what_is_read_side_by_side_comes_back_in_order(tmp_path):
    names = [f"{number}.docx" for number in range(8)]
    for name in names:
        (tmp_path / name).write_bytes(word(form(name=f"项目{name}")))

    with Readers(2) as pool:
        found = [
            (name, reading.forms[0].form.project.name)
            for name, reading in pool.read(
                (name, Job(path=str(tmp_path / name), name=name)) for name in names
            )
        ]

    assert found == [(name, f"项目{name}") for name in names]


def test_a_child_knows_neither_the_database_nor_the_key(monkeypatch, folder):
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    told = "import os,sys; sys.stdout.write(str({'DATABASE_URL','JIHENG_SECRET_KEY'} & set(os.environ)))"
    monkeypatch.setattr(readers, "_COMMAND", (sys.executable, "-c", told))

    process = readers._begun()
    out, _ = process.communicate()

    assert out == b"set()"
