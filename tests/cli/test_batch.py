"""``--jobs``, ``--resume`` and ``--report`` of ``jiheng read`` and ``jiheng audit``."""

import json
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.cli.test_commands import folder, form, run

__all__ = ["folder"]

REPEATED = form(project="甲")


@pytest.fixture
def forms(folder) -> Path:
    """Return a folder of two forms, one of them wrong, a copy, a bad file and a strange one."""
    (folder / "表").mkdir()
    (folder / "表/甲.txt").write_text(REPEATED, encoding="utf-8")
    (folder / "表/乙.txt").write_text(form(project="乙", total="98"), encoding="utf-8")
    (folder / "表/副本.txt").write_text(REPEATED, encoding="utf-8")
    (folder / "表/空.docx").write_bytes(b"")
    (folder / "表/图.psd").write_bytes(b"8BPS")
    return folder


def waited_for(found):
    """Return what a function finds, once it finds something."""
    until = monotonic() + 30
    while not (value := found()) and monotonic() < until:
        sleep(0.02)
    return value


def children(process: int) -> list[str]:
    """Return the processes that one began."""
    return Path(f"/proc/{process}/task/{process}/children").read_text().split() or [
        child
        for task in Path(f"/proc/{process}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]


def is_gone(process: str) -> bool:
    """Whether a process has ended, be it that nobody took note."""
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z"


def has_begun(journal: Path) -> bool:
    """Whether a journal holds its first file."""
    return journal.exists() and journal.read_bytes().count(b"\n") > 1


def report(path: str) -> dict[str, str]:
    """Return what came of each file."""
    written = json.loads(Path(path).read_bytes())
    return {line["path"]: line["state"] for line in written["files"]}


@pytest.mark.parametrize("command", ["read", "audit"])
def test_two_programs_print_the_same_as_none(forms, command):
    alone = run(command, "表", "--format", "jsonl")
    together = run(command, "表", "--format", "jsonl", "--jobs", "2")

    assert together.exit_code == alone.exit_code == 2
    assert together.output == alone.output


def test_the_report_of_reading_names_each_file_with_what_came_of_it(forms):
    run("read", "表", "--report", "读取.json")

    assert report("读取.json") == {
        "表/乙.txt": "read",
        "表/副本.txt": "read",
        "表/甲.txt": "read",
        "表/空.docx": "refused",
        "表/图.psd": "skipped",
    }


def test_the_report_of_an_audit_names_copies_too(forms):
    run("audit", "表", "--report", "读取.json")

    assert report("读取.json")["表/甲.txt"] == "repeated"


def test_files_of_no_kind_to_be_read_are_told_and_are_no_fault(folder):
    (folder / "甲.txt").write_text(form(), encoding="utf-8")
    (folder / "图.psd").write_bytes(b"8BPS")

    result = run("read", ".", "--format", "table")

    assert result.exit_code == 0
    assert "跳过 1 个不是可读格式的文件：图.psd。" in result.stderr


@pytest.mark.parametrize("name", ["读取.xlsx", "读取.html", "读取.json"])
def test_the_report_is_written_as_its_name_says(forms, name):
    result = run("read", "表", "--report", name)

    assert f"已写出读取报告 {name}" in result.stderr
    assert Path(name).stat().st_size > 0


def test_a_report_of_another_kind_is_refused_before_anything_is_read(forms):
    result = run("read", "表", "--report", "读取.docx")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "读取报告请写成" in result.output


def test_a_report_that_cannot_be_written_is_told(forms):
    assert "写不进去" in run("read", "表", "--report", "没有/读取.json").output


@pytest.mark.parametrize("command", ["read", "audit"])
def test_a_file_that_is_no_journal_is_refused(forms, command):
    Path("账.csv").write_bytes(b"1,2\n")

    result = run(command, "表", "--resume", "账.csv")

    assert result.exit_code == 2
    assert "不是进度记录" in result.output


def test_a_second_run_with_the_journal_prints_the_same(forms):
    first = run("read", "表", "--resume", "进度")
    second = run("read", "表", "--resume", "进度", "--jobs", "2")

    assert second.output == first.output


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose child one is")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_ended_half_way_leaves_no_program_and_is_taken_up_again(forms, how):
    (forms / "表/长.txt").write_text(form() * 100, encoding="utf-8")
    whole = run("read", "表", "--resume", "整").stdout
    words = ["read", "表", "--jobs", "1", "--resume", "断"]
    process = subprocess.Popen(
        [sys.executable, "-c", "from jiheng.cli import main; main()", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # A shell that runs the tests in the background has told them not to heed Ctrl+C.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    (child,) = waited_for(lambda: children(process.pid))
    waited_for(lambda: has_begun(Path("断")))

    process.send_signal(how)
    code = process.wait(20)

    assert code in {-signal.SIGKILL, 130}
    assert waited_for(lambda: is_gone(child))
    assert run("read", "表", "--resume", "断").stdout == whole
