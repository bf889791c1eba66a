"""Whole runs over files and folders."""

import os
from pathlib import Path

import pytest

from jiheng.model.audit import Refusal
from jiheng.pipeline import run as module
from jiheng.pipeline.files import Files
from jiheng.pipeline.run import audit_paths
from tests.cli.test_commands import form
from tests.rulebook.files import LOCAL


def test_files_of_a_folder_come_in_order_and_without_locks_hidden_ones_and_readmes(tmp_path):
    for name in ("乙.txt", "甲.docx", "~$甲.docx", ".隐藏.txt", "图.psd", "README.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")

    names = [file.path.name for file in Files((tmp_path,))]

    assert names == ["乙.txt", "甲.docx"]


def test_an_empty_folder_is_told(tmp_path):
    (refusal,) = Files((tmp_path,))

    assert isinstance(refusal, Refusal)
    assert "没有可读的文件" in refusal.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may enter every folder")
def test_a_folder_without_permission_is_told(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)

    (refusal,) = Files((closed,))

    assert "权限" in refusal.reason


def test_a_folder_that_cannot_be_entered_is_told(tmp_path, monkeypatch):
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr(os, "scandir", refuse)

    (refusal,) = Files((tmp_path,))

    assert str(tmp_path) in refusal.reason
    assert "权限" in refusal.reason


def test_a_fault_in_one_file_does_not_stop_the_others(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(form(project="甲"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(form(project="乙"), encoding="utf-8")
    score = module.score_form

    def fails_on_one(read_form, *rest):
        if read_form.project.name == "甲":
            raise ZeroDivisionError("x")
        return score(read_form, *rest)

    monkeypatch.setattr(module, "score_form", fails_on_one)

    result = audit_paths((tmp_path,))

    assert [entry.form.project.name for entry in result.entries] == ["乙"]
    assert "ZeroDivisionError" in result.run.refused[0].reason
    assert "a.txt" in result.run.refused[0].reason


def test_a_check_that_a_pack_switches_off_is_not_run(tmp_path):
    (tmp_path / "a.txt").write_text(form(total="98"), encoding="utf-8")
    off = "  AR01:\n    value: off\n    source: {title: 云财绩〔2023〕1号, pinpoint: 全文, verified: true}\n"
    (tmp_path / "yunxi-2023.yaml").write_text(f"{LOCAL}checks:\n{off}", encoding="utf-8")

    (plain,) = audit_paths((tmp_path / "a.txt",)).entries
    (spared,) = audit_paths((tmp_path / "a.txt",), str(tmp_path / "yunxi-2023.yaml")).entries

    assert "AR01" in plain.audit.checks.failed
    assert "AR01" in spared.audit.checks.not_applicable


def test_a_copy_adds_neither_a_form_nor_money(tmp_path):
    half = form(project="乙").replace("50\t50\t50\t10\t100%\t10", "50\t50\t25\t10\t50%\t5")
    for name, text in (("a.txt", form()), ("b.txt", form()), ("c.txt", half)):
        (tmp_path / name).write_text(text, encoding="utf-8")

    run = audit_paths((tmp_path,)).run

    # 50 of 50 and 25 of 50: 75 / 100
    assert (run.forms, run.execution_by_money) == (2, "75.00")
    assert [(Path(each.path).name, Path(each.same_as).name) for each in run.repeated] == [
        ("b.txt", "a.txt")
    ]
