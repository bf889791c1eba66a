"""Paths that name no readable file, and names that no terminal can print."""

import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from jiheng.model.audit import Refusal
from jiheng.pipeline.files import Files
from jiheng.pipeline.naming import called
from jiheng.pipeline.output import write_outputs
from jiheng.pipeline.run import audit_paths
from jiheng.pipeline.settings import BadSettings, load_settings
from tests.cli.test_commands import form


def reasons(*paths: Path) -> list[str]:
    return [found.reason for found in Files(paths) if isinstance(found, Refusal)]


def test_a_pipe_is_refused_by_name_and_in_a_folder(tmp_path):
    os.mkfifo(tmp_path / "管道.txt")

    assert len(reasons(tmp_path, tmp_path / "管道.txt")) == 2


def test_a_path_through_a_file_is_missing(tmp_path):
    (tmp_path / "表.txt").write_text("x")

    assert "没有这个文件" in reasons(tmp_path / "表.txt" / "一.txt")[0]


def test_a_name_with_a_zero_byte_is_refused(tmp_path):
    assert "\\x00表.txt：打不开" in reasons(tmp_path / "\0表.txt")[0]


def test_a_file_that_vanishes_after_it_was_listed_is_told_and_stops_nothing(tmp_path):
    for name in ("甲.txt", "乙.txt", "丙.txt"):
        (tmp_path / name).write_text(form(project=name), encoding="utf-8")
    last = sorted(path.name for path in tmp_path.iterdir())[-1]

    result = audit_paths((tmp_path,), progress=lambda *_: (tmp_path / last).unlink(missing_ok=True))

    assert len(result.entries) == 2
    assert f"{last}：文件打不开" in result.run.refused[0].reason


def test_the_language_holds_for_refusals_and_for_findings_across_forms(tmp_path):
    (tmp_path / "通知.txt").write_text("开会", encoding="utf-8")

    run = audit_paths((tmp_path, tmp_path / "没有.txt"), language="en").run

    assert [refusal.reason.split(": ")[1] for refusal in run.refused] == [
        "no self-evaluation form was found. `jiheng grid` shows what was seen.",
        "no such file or folder.",
    ]


def test_a_pack_that_was_asked_for_is_named_as_the_reason(tmp_path):
    (tmp_path / "表.txt").write_text(form(), encoding="utf-8")

    (entry,) = audit_paths((tmp_path,), pack_id="cn-2017").entries

    assert (entry.form.pack, entry.audit.pack_why) == ("cn-2017", "按指定的规则包 cn-2017。")


def test_progress_is_told_once_a_file(tmp_path):
    told: list[tuple[int, int]] = []
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(form(), encoding="utf-8")

    audit_paths((tmp_path,), progress=lambda done, total: told.append((done, total)))

    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("name", ["\udcb1\udced", "一\n二", "\x9b2J", "甲\u2066乙"])
def test_a_name_is_one_line_that_every_document_can_hold(name: str):
    shown = called(name)

    assert shown.isprintable()
    assert msgspec.json.decode(msgspec.json.encode(shown)) == shown


def test_an_ordinary_name_stays_as_it_is():
    assert called("2024年/某局　自评表（一）😀.docx") == "2024年/某局　自评表（一）😀.docx"


def test_a_report_that_fails_half_way_leaves_the_old_one_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "表.txt").write_text(form(), encoding="utf-8")
    (tmp_path / "出").mkdir()
    (tmp_path / "出" / "report.html").write_text("旧", encoding="utf-8")
    result = audit_paths((tmp_path / "表.txt",))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(OSError, match="No space"):
        write_outputs(result, tmp_path / "出", "", datetime(2025, 1, 1, tzinfo=UTC))
    assert [path.name for path in (tmp_path / "出").iterdir()] == ["report.html"]
    assert (tmp_path / "出" / "report.html").read_text(encoding="utf-8") == "旧"


@pytest.mark.parametrize("text", [b"waive = 3", b"\xff\xfe", b"[[waive]]", b"[unknown]"])
def test_settings_that_cannot_be_read_are_told(tmp_path, text: bytes):
    (tmp_path / "jiheng.toml").write_bytes(text)

    with pytest.raises(BadSettings, match=r"jiheng\.toml：设置文件有错"):
        load_settings(tmp_path)


def test_a_folder_without_settings_waives_nothing(tmp_path):
    assert load_settings(tmp_path).waive == ()


def test_the_report_of_an_earlier_run_is_no_form_of_the_next(tmp_path):
    (tmp_path / "表.txt").write_text(form(), encoding="utf-8")
    write_outputs(audit_paths((tmp_path,)), tmp_path / "出", "", datetime(2025, 1, 1, tzinfo=UTC))

    again = audit_paths((tmp_path,))

    assert (len(again.entries), again.run.refused) == (1, ())


def test_a_page_that_is_only_named_like_a_report_is_read(tmp_path):
    (tmp_path / "report.html").write_text(form(), encoding="utf-8")

    assert len(audit_paths((tmp_path,)).entries) == 1


def test_a_finding_across_forms_speaks_the_language_of_the_run(tmp_path):
    for name, target in (("甲", "≥100人"), ("乙", "≤100人")):
        text = form(project=name).replace("≥100人", target)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    (found,) = audit_paths((tmp_path,), language="en").run.findings

    assert "more is better" in found.message
