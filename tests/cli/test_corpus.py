"""``jiheng corpus`` as a finance department runs it."""

import msgspec
import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.corpus.store.opening import open_corpus
from tests.corpus.store.shelf import form


def run(*words):
    return CliRunner().invoke(app, ["corpus", *map(str, words)])


@pytest.fixture
def lines(tmp_path):
    """Return forms of two years as ``jiheng read`` prints them."""
    path = tmp_path / "forms.jsonl"
    forms = form(1), form(2, year=2024), form(3, kind="goal-table")
    path.write_bytes(b"".join(msgspec.json.encode(each) + b"\n" for each in forms))
    return path


def test_building_says_what_was_added(tmp_path, lines):
    told = run("build", lines, "-o", tmp_path / "c", "--region", "990100")

    assert told.exit_code == 0
    assert "加入 2 份，已有而未重复加入 0 份；语料库现有 2 份。" in told.output
    assert "1 份不是自评表" in told.output


def test_building_again_adds_nothing(tmp_path, lines):
    run("build", lines, "-o", tmp_path / "c")

    assert "加入 0 份，已有而未重复加入 2 份" in run("build", lines, "-o", tmp_path / "c").output


def test_a_file_that_could_not_be_read_leaves_with_two(tmp_path, lines):
    with lines.open("ab") as file:
        file.write(b"no form\n")

    told = run("build", lines, "-o", tmp_path / "c")

    assert told.exit_code == 2
    assert "forms.jsonl:4" in told.output
    assert open_corpus(tmp_path / "c").manifest.forms == 2


def test_of_many_lines_that_could_not_be_read_only_some_are_named(tmp_path, lines):
    lines.write_bytes(b"no form\n" * 30)

    told = run("build", lines, "-o", tmp_path / "c").output

    assert told.count("不是 jiheng read 输出") == 20
    assert "还有 10 处读不了" in told


@pytest.mark.parametrize("region", ["6404", "六四零四零零", "../../x"])
def test_a_region_is_six_digits(tmp_path, lines, region):
    told = run("build", lines, "-o", tmp_path / "c", "--region", region)

    assert told.exit_code == 2
    assert "6 位数字" in told.output


def test_an_unknown_pack_is_told_before_anything_is_written(tmp_path, lines):
    told = run("build", lines, "-o", tmp_path / "c", "--pack", "nowhere-2024")

    assert told.exit_code == 2
    assert "nowhere-2024" in told.output


def test_showing_counts_by_year_and_region(tmp_path, lines):
    run("build", lines, "-o", tmp_path / "c", "--region", "990100")

    told = run("show", tmp_path / "c").output

    assert [line.split()[:3] for line in told.splitlines() if "990100" in line] == [
        ["2023", "990100", "1"],
        ["2024", "990100", "1"],
    ]
    assert "cn-2020-10" in told


def test_a_made_up_corpus_says_so(tmp_path):
    told = run("sample", "-n", 20, "-o", tmp_path)

    assert "造了 20 份模拟的自评表" in told.output
    assert "模拟数据" in run("show", tmp_path).output


def test_a_made_up_corpus_is_not_written_over_filed_forms(tmp_path, lines):
    run("build", lines, "-o", tmp_path / "c")

    told = run("sample", "-n", 20, "-o", tmp_path / "c")

    assert (told.exit_code, "这里是真的语料库" in told.output) == (2, True)


def test_checking_finds_a_file_that_was_changed(tmp_path, lines):
    run("build", lines, "-o", tmp_path / "c")
    next((tmp_path / "c").glob("nested/*/*/*")).write_bytes(b"")

    told = run("show", tmp_path / "c", "--check")

    assert told.exit_code == 1
    assert "与清单的摘要不符" in told.output


def test_checking_a_whole_corpus_says_so(tmp_path, lines):
    run("build", lines, "-o", tmp_path / "c")

    assert "6 个文件都与清单一致" in run("show", tmp_path / "c", "--check").output


def test_where_there_is_no_corpus_showing_says_so(tmp_path):
    told = run("show", tmp_path)

    assert told.exit_code == 2
    assert "没有语料库" in told.output


def test_without_its_packages_a_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr("jiheng.corpus.errors.find_spec", lambda _: None)

    told = run("show", tmp_path)

    assert told.exit_code == 2
    assert 'pip install "jiheng[corpus]"' in told.output
