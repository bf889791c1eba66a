"""Files and names that somebody made to hurt, or that went wrong on the way."""

import json
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.test_commands import folder, form, run
from tests.readers.hostile.packages import S, W, pack, sheet, word, zip_of

__all__ = ["folder"]

ROWS = [line.split("\t") for line in form().splitlines() if "\t" in line]
NOBODY = 65_534


def compound_file(stream: str) -> bytes:
    """Return the least compound file with one stream, as Office keeps a file with a password."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, end, *[free] * 126)
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<H2B3I36xIQ", 2 * len(name) + 2, kind, 1, free, free, child, end, 0)
        for name, kind, child in (("Root Entry", 5, 1), (stream, 2, free))
    )
    return header + table + entries.ljust(512, b"\0")


def page(cells: list[list[str]], before: str = "") -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in cells)
    return f"{before}<html><meta charset=utf-8><table>{rows}</table></html>".encode()


def paper(cells: list[list[str]]) -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = ("".join(cell.format(text) for text in row) for row in cells)
    return word(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")


ENTITY = '<!DOCTYPE x [<!ENTITY a "甲">]>'
BOMB = b"<!--" + bytes(400 << 20) + b"-->"
MERGED = (
    "<sheetData><row><c/></row></sheetData>"
    '<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="D1:F3"/></mergeCells>'
)
REFUSED = {
    "空.docx": (lambda: b"", "文件是空的"),
    "通知.txt": ("关于召开会议的通知".encode, "没有找到自评表"),
    "断.docx": (lambda: paper(ROWS)[:400], "压缩包已损坏或不完整"),
    "加密.docx": (lambda: compound_file("EncryptedPackage"), "打开密码"),
    "旧.doc": (lambda: compound_file("WordDocument"), "文件已损坏"),
    "炸弹.docx": (lambda: pack({"word/document.xml": BOMB}), "上限"),
    "炸弹.xlsx": (lambda: pack({"xl/workbook.xml": BOMB}), "上限"),
    "实体.docx": (
        lambda: word("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", before=ENTITY),
        "DOCTYPE",
    ),
    "实体.xlsx": (
        lambda: pack({"xl/workbook.xml": f'{ENTITY}<workbook xmlns="{S}">&a;</workbook>'}),
        "DOCTYPE",
    ),
    "合并.xlsx": (lambda: sheet(MERGED), "没有找到自评表"),
    "套.docx": (lambda: zip_of({"内.docx": paper(ROWS)}), "内"),
    "空白.docx": (lambda: pack({"word/document.xml": f'<w:document xmlns:w="{W}"/>'}), "正文"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_named_with_its_cause_and_the_good_one_is_audited(folder, name):
    make, cause = REFUSED[name]
    (folder / name).write_bytes(make())
    (folder / "好.txt").write_text(form(), encoding="utf-8")

    result = run("audit", ".")

    assert result.exit_code == 2
    (line,) = [line for line in result.output.splitlines() if name in line]
    assert cause in line
    assert "未发现问题 1 张" in result.output


READ = {
    "Word文件.txt": lambda: paper(ROWS),
    "文本.docx": lambda: form().encode(),
    "网页.xlsx": lambda: page(ROWS),
    "国标.txt": lambda: form().encode("gb18030"),
    "宽.txt": lambda: form().replace("产出指标(50分)", "产出指标(50分)" + "\t" * 10_000).encode(),
    "实体.html": lambda: page(ROWS, before=ENTITY),
}


@pytest.mark.parametrize("name", READ)
def test_an_odd_file_is_read_for_what_it_is(folder, name):
    (folder / name).write_bytes(READ[name]())

    result = run("audit", ".")

    assert result.exit_code == 0
    assert "未发现问题 1 张" in result.output


def test_an_entity_of_a_page_is_not_filled_in(folder):
    (folder / "实体.html").write_bytes(
        page([*ROWS[:1], ["主管部门", "某&a;局"], *ROWS[2:]], ENTITY)
    )

    (line,) = run("read", "实体.html").output.splitlines()

    assert json.loads(line)["project"]["department"] == "某&a;局"


@contextmanager
def without_rights() -> Iterator[None]:
    """Act as a user who may not enter every folder, where the tests run as one who may."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_that_may_not_be_entered_is_named_and_the_rest_is_audited(folder):
    folder.chmod(0o755)
    (folder / "好.txt").write_text(form(), encoding="utf-8")
    (folder / "密").mkdir(mode=0)
    run("audit", "好.txt")

    with without_rights():
        result = run("audit", ".", "密/表.txt")

    assert result.exit_code == 2
    assert "密：文件夹打不开，请检查权限" in result.output
    assert "密/表.txt：打不开" in result.output
    assert "未发现问题 1 张" in result.output


def test_a_folder_that_holds_itself_is_read_once(folder):
    (folder / "好.txt").write_text(form(), encoding="utf-8")
    (folder / "环").symlink_to(folder, target_is_directory=True)

    assert "共 1 张表" in run("audit", ".").output


@pytest.mark.parametrize("command", ["audit", "read", "grid"])
def test_a_pipe_is_refused_and_not_waited_for(folder, command):
    os.mkfifo(folder / "管道.txt")

    result = run(command, "管道.txt")

    assert result.exit_code == 2
    assert "管道.txt：不是普通文件" in result.output


def test_a_pipe_and_a_broken_link_in_a_folder_stop_nothing(folder):
    os.mkfifo(folder / "管道.txt")
    (folder / "断链.txt").symlink_to("没有.txt")
    (folder / "好.txt").write_text(form(), encoding="utf-8")

    result = run("audit", ".")

    assert result.exit_code == 2
    assert "管道.txt：不是普通文件" in result.output
    assert "断链.txt：没有这个文件" in result.output
    assert "未发现问题 1 张" in result.output


def test_a_device_without_end_is_refused(folder):
    result = run("audit", "/dev/zero")

    assert result.exit_code == 2
    assert "/dev/zero：不是普通文件" in result.output


def test_links_that_lead_to_each_other_are_refused(folder):
    (folder / "甲.txt").symlink_to("乙.txt")
    (folder / "乙.txt").symlink_to("甲.txt")

    result = run("audit", "甲.txt")

    assert result.exit_code == 2
    assert "甲.txt：打不开" in result.output


def test_a_name_too_long_is_refused(folder):
    result = run("audit", "长" * 300)

    assert result.exit_code == 2
    assert "长：打不开" in result.output


NAMES = {
    "line end": ("表\n一.txt", "表\\n一.txt"),
    "escape sequence": ("表\x1b[31m.txt", "表\\x1b[31m.txt"),
    "turned letters": ("表\u202etxt.exe.txt", "表\\u202etxt.exe.txt"),
    "markup": ("<script>alert(1)<\u2215script>.txt", "<script>alert(1)<\u2215script>.txt"),
    "written by Chinese Windows": (os.fsdecode("表.txt".encode("gbk")), "表.txt"),
    "bytes that are no text": (os.fsdecode(b"\xff\xfe.txt"), "\\udcff\\udcfe.txt"),
}


@pytest.mark.parametrize("case", NAMES)
def test_a_file_with_a_strange_name_is_audited_and_reported(folder, case):
    name, shown = NAMES[case]
    Path(name).write_text(form(total="98"), encoding="utf-8")

    result = run("audit", name, "-o", "出", "--format", "jsonl")

    assert result.exit_code == 1
    assert json.loads(result.stdout.splitlines()[0])["form"]["path"] == shown
    assert "<script>alert" not in Path("出/report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", NAMES)
def test_a_bad_file_with_a_strange_name_is_told_on_one_line(folder, case):
    name, shown = NAMES[case]
    Path(name).write_bytes(b"")

    result = run("audit", ".", "-o", "出")

    assert result.exit_code == 2
    assert f"  {shown}：文件是空的。" in result.output.splitlines()
    assert Path("出/findings.xlsx").stat().st_size > 0


def test_escape_sequences_of_a_form_do_not_reach_the_terminal(folder):
    for name in ("甲.txt", "乙.txt"):
        Path(name).write_text(form(total="98", project="培\x1b[2J训\x9b2J"), encoding="utf-8")

    assert not {"\x1b", "\x9b"} & set(run("audit", ".").output)


def test_a_report_that_cannot_be_written_is_told(folder):
    (folder / "好.txt").write_text(form(), encoding="utf-8")

    result = run("audit", "好.txt", "-o", "好.txt")

    assert result.exit_code == 2
    assert "好.txt：写不进去" in result.output


def test_settings_that_may_not_be_read_are_told(folder):
    folder.chmod(0o755)
    (folder / "好.txt").write_text(form(), encoding="utf-8")
    run("audit", "好.txt")
    (folder / "jiheng.toml").touch(mode=0)

    with without_rights():
        result = run("audit", "好.txt")

    assert result.exit_code == 2
    assert "jiheng.toml：设置文件有错" in result.output
