"""The official form from the command line."""

import msgspec
import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.model.check_code import check_code
from jiheng.model.form import Form
from jiheng.pipeline.reading import read_file
from tests.cli.test_commands import form


def run(*words: str):
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "培训.txt").write_text(form(), encoding="utf-8")
    return tmp_path


def documents(data: bytes) -> list[Form]:
    return [msgspec.json.decode(line, type=Form) for line in data.splitlines()]


def test_it_writes_a_file_of_each_format(folder):
    result = run("write", "培训.txt", "--to", "docx,xlsx,html", "-o", "正式")

    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (folder / "正式").iterdir()) == [
        "培训.docx",
        "培训.html",
        "培训.xlsx",
    ]


def test_it_takes_what_read_prints(folder):
    (folder / "表.jsonl").write_text(run("read", "培训.txt").output, encoding="utf-8")

    run("write", "表.jsonl", "--to", "docx")

    assert read_file(folder / "表.docx")[0].form.project.name == "职业技能培训补助"


def test_it_says_the_check_code_that_the_paper_carries(folder):
    result = run("write", "培训.txt", "--to", "xlsx")
    written = read_file(folder / "培训.xlsx")[0].form

    assert check_code(written) in result.output


def test_a_form_of_another_layout_may_be_asked_for(folder):
    run("write", "培训.txt", "--to", "html", "--layout", "liupanshui-2023")

    assert read_file(folder / "培训.html")[0].form.layout == "liupanshui-2023"


def test_fields_that_the_layout_has_no_place_for_are_named(folder):
    result = run("write", "培训.txt", "--to", "html", "--layout", "hunan-2020")

    assert "indicators[0].score" in result.output


def test_all_forms_go_into_one_file_on_request(folder):
    (folder / "二.txt").write_text(form(project="夜校师资补助"), encoding="utf-8")

    run("write", "培训.txt", "二.txt", "--together", "-o", "合")

    names = [read.form.project.name for read in read_file(folder / "合" / "自评表.docx")]
    assert names == ["职业技能培训补助", "夜校师资补助"]


def test_files_of_one_name_in_two_folders_do_not_write_over_each_other(folder):
    (folder / "乙").mkdir()
    (folder / "乙" / "培训.txt").write_text(form(project="夜校师资补助"), encoding="utf-8")

    run("write", "培训.txt", "乙", "--to", "html", "-o", "出")

    assert {path.name for path in (folder / "出").iterdir()} == {"培训.html", "培训(2).html"}


def test_a_file_that_somebody_made_is_not_written_over(folder):
    (folder / "培训.docx").write_bytes(b"mine")

    result = run("write", "培训.txt")

    assert result.exit_code == 2
    assert "已经有了" in result.output
    assert (folder / "培训.docx").read_bytes() == b"mine"


def test_writing_twice_leaves_the_same_file(folder):
    run("write", "培训.txt", "--to", "docx,xlsx,html")

    assert run("write", "培训.txt", "--to", "docx,xlsx,html").exit_code == 0


def test_a_format_nobody_knows_is_refused_with_those_that_are_known(folder):
    result = run("write", "培训.txt", "--to", "docx,wps")

    assert result.exit_code == 2
    assert "没有“wps”这种输出格式，可用：docx、xlsx、pdf、html" in result.output


def test_json_that_is_no_form_is_refused_by_name(folder):
    (folder / "别的.json").write_text('{"总分": 97}', encoding="utf-8")

    result = run("write", "别的.json", "培训.txt")

    assert result.exit_code == 2
    assert "别的.json：不是 jiheng read 输出的自评表 JSON" in result.output
    assert (folder / "培训.docx").is_file()


def test_a_pack_named_by_a_document_is_never_opened_as_a_file(folder):
    (folder / "坏.yaml").write_text("id: [", encoding="utf-8")
    read = documents(run("read", "培训.txt").output.encode())[0]
    foreign = msgspec.structs.replace(read, pack="坏.yaml")
    (folder / "表.json").write_bytes(msgspec.json.encode(foreign))

    assert run("write", "表.json").exit_code == 0
