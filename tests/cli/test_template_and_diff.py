"""Empty forms and the differences of two versions, from the command line."""

import json

import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.pipeline.reading import read_file
from tests.cli.test_commands import form


def run(*words: str):
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "初稿.txt").write_text(form(), encoding="utf-8")
    (tmp_path / "终稿.txt").write_text(form(total="99"), encoding="utf-8")
    return tmp_path


def test_a_template_is_an_excel_file_unless_something_else_is_asked_for(folder):
    result = run("template", "national-2020")

    assert result.exit_code == 0, result.output
    assert (folder / "national-2020.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("name", ["空表.docx", "空表.html", "空表.pdf"])
def test_the_suffix_says_the_format(folder, name):
    assert run("template", "guyuan-2024", "-o", name).exit_code == 0
    assert (folder / name).stat().st_size > 0


def test_last_year_s_form_begins_the_next_one(folder):
    run("template", "national-2020", "--from", "初稿.txt", "-o", "来年.docx")

    begun = read_file(folder / "来年.docx")[0].form
    assert (begun.project.name, begun.year) == ("职业技能培训补助", 2024)
    assert (begun.indicators[0].name, begun.indicators[0].actual) == ("培训人数", None)


def test_a_layout_nobody_knows_is_refused(folder):
    result = run("template", "mars-2030")

    assert result.exit_code == 2
    assert "没有“mars-2030”这种表样" in result.output


def test_a_suffix_nobody_writes_is_refused(folder):
    assert run("template", "national-2020", "-o", "空表.wps").exit_code == 2


def test_diff_shows_the_old_and_the_new_text_of_each_cell(folder):
    result = run("diff", "初稿.txt", "终稿.txt")

    assert result.exit_code == 0, result.output
    assert "“职业技能培训补助”：2 处不同" in result.output
    assert "总分·得分" in result.output


def test_diff_compares_any_two_formats(folder):
    run("write", "初稿.txt", "--to", "xlsx", "--layout", "liupanshui-2023")

    result = run("diff", "初稿.txt", "初稿.xlsx")

    assert "总分·得分" not in result.output


def test_diff_says_when_both_are_alike(folder):
    assert run("diff", "初稿.txt", "初稿.txt").output.strip() == "两个版本的内容相同。"


def test_diff_names_a_form_that_only_one_file_has(folder):
    (folder / "终稿.txt").write_text(form() + "\n\n" + form(project="夜校师资补助"), "utf-8")

    assert "“夜校师资补助”只在 终稿.txt 里" in run("diff", "初稿.txt", "终稿.txt").output


def test_diff_as_json_gives_paths_and_both_texts(folder):
    (told,) = json.loads(run("diff", "初稿.txt", "终稿.txt", "--json").output)

    assert told["changes"][0] == {
        "at": "total.score",
        "before": "100",
        "after": "99",
        "is_row": False,
    }


def test_diff_refuses_a_file_that_is_missing(folder):
    result = run("diff", "初稿.txt", "没有.txt")

    assert result.exit_code == 2
    assert "没有.txt" in result.output
