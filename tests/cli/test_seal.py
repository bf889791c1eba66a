"""``jiheng seal`` and ``jiheng verify`` as a clerk and an auditor run them."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.rulebook.errors import UnknownPack
from jiheng.rulebook.phrases import phrase

EXAMPLES = Path(__file__).parents[2] / "examples"
FORM = EXAMPLES / "云溪市公路养护中心2024年度自评表.docx"


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def folder(tmp_path):
    """Return a folder with what proves the form."""
    (tmp_path / "佐证").mkdir()
    (tmp_path / "佐证" / "验收单.csv").write_text("编号\n1\n", encoding="utf-8")
    (tmp_path / "佐证" / "值.json").write_text('{"schema": "jiheng.measured/1"}', encoding="utf-8")
    (tmp_path / "复核意见.txt").write_text("同意", encoding="utf-8")
    return tmp_path


def sealed(folder, *words):
    return run("seal", FORM, "--form", 1, "-o", folder / "档案.zip", "--by", "云溪市交通运输局",
               "--evidence", folder / "佐证", "--review", folder / "复核意见.txt", *words)  # fmt: skip


def test_a_form_is_sealed_with_its_rules_and_papers(folder):
    told = sealed(folder)

    assert told.exit_code == 0
    with ZipFile(folder / "档案.zip") as archive:
        assert archive.namelist() == [
            "source/云溪市公路养护中心2024年度自评表.docx",
            "form/form.json",
            "rules/cn-2020-10.yaml",
            "audit/audit.json",
            "evidence/佐证/值.json",
            "evidence/佐证/验收单.csv",
            "review/复核意见.txt",
            "chain.jsonl",
        ]
        assert archive.read("source/云溪市公路养护中心2024年度自评表.docx") == FORM.read_bytes()
        assert (
            '"kind":"measured","path":"evidence/佐证/值.json"'
            in archive.read("chain.jsonl").decode()
        )


def test_a_dossier_is_verified_with_the_seal_that_was_printed(folder):
    seal = sealed(folder).output.split("SM3：")[1].split()[0]

    told = run("verify", folder / "档案.zip", "--seal", seal)

    assert told.exit_code == 0
    assert "完好，7 项都与封存时一致" in told.output
    assert "云溪市交通运输局" in told.output
    assert "与给出的封存码一致" in told.output
    assert "重新核对，结果与封存时相同" in told.output


def test_a_changed_byte_is_told_with_its_entry(folder):
    sealed(folder)
    path = folder / "档案.zip"
    path.write_bytes(path.read_bytes().replace("同意".encode(), "同样".encode()))

    told = run("verify", path)

    assert told.exit_code == 1
    assert "第 7 项 review/复核意见.txt，内容被改过" in told.output


def test_another_seal_is_told(folder):
    sealed(folder)

    assert run("verify", folder / "档案.zip", "--seal", "00").exit_code == 1


def test_a_dossier_that_is_there_stays(folder):
    sealed(folder)

    told = sealed(folder)

    assert told.exit_code == 2
    assert "--force" in told.output
    assert sealed(folder, "--force").exit_code == 0


def test_nothing_is_left_behind_when_a_paper_is_missing(folder):
    told = run("seal", FORM, "--form", 1, "-o", folder / "x.zip", "--evidence", folder / "没有.pdf")

    assert told.exit_code == 2
    assert "没有这个文件" in told.output
    assert not [path for path in folder.iterdir() if "x.zip" in path.name]


def test_of_a_file_with_two_forms_one_is_chosen(folder):
    path = EXAMPLES / "临江县水务局2024年度自评表.docx"

    assert "请用 --form" in run("seal", path, "-o", folder / "x.zip").output
    assert "没有第 3 张" in run("seal", path, "-o", folder / "x.zip", "--form", 3).output
    assert run("seal", path, "-o", folder / "x.zip", "--form", 2).exit_code == 0


def test_a_file_that_is_no_dossier_is_told_so():
    told = run("verify", FORM)

    assert told.exit_code == 2
    assert "不是封存档案" in told.output


def test_rules_that_this_program_cannot_use_are_told_in_one_sentence(folder, monkeypatch):
    sealed(folder)
    monkeypatch.setattr("jiheng.pipeline.sealing.load_pack", refuse)

    told = run("verify", folder / "档案.zip")

    assert told.exit_code == 0
    assert "封存的规则或表本程序" in told.output
    assert "重新核对，结果" not in told.output


def refuse(path):
    raise UnknownPack(phrase("data.unreadable"))
