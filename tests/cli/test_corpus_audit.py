"""``jiheng corpus audit`` and ``ask`` as an auditor runs them."""

import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from tests.corpus.auditing.shelf import FORMS
from tests.corpus.store.shelf import shelve


def run(*words):
    return CliRunner().invoke(app, ["corpus", *map(str, words)])


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Return a folder with a corpus and its audit."""
    folder = tmp_path_factory.mktemp("office")
    shelve(folder / "corpus", *FORMS, pack="cn-2020-10")
    run("audit", folder / "corpus", "-o", folder / "found")
    return folder


def test_an_audit_tells_what_it_found_and_where(office, tmp_path):
    ended = run("audit", office / "corpus", "-o", tmp_path)

    assert ended.output.startswith("核对了 4 份表，共 20 条核对结果；各表之间有 1 处值得一问")
    assert (tmp_path / "report.html").is_file()


def test_a_ready_question_is_drawn_under_its_title(office):
    output = run("ask", office / "corpus", office / "found", "-q", "copied-by-unit").output

    assert "哪些单位的文字与别的单位大体相同" in output
    assert "云溪县就业局" in output


def test_rows_are_saved_as_a_sheet(office, tmp_path):
    sheet = tmp_path / "rows.csv"

    run("ask", office / "corpus", office / "found", "-q", "satisfaction-figures", "-o", sheet)

    assert sheet.read_text("utf-8-sig").splitlines() == [
        '"实际完成值","行数","单位数"',
        '"95%","2","2"',
    ]


def test_ones_own_query_keeps_its_own_names_of_columns(office):
    output = run("ask", office / "corpus", "--sql", "SELECT count(*) AS unit FROM coded").output

    assert "unit" in output


def test_what_is_left_out_is_told(office):
    ended = run("ask", office / "corpus", "--sql", "SELECT id FROM nested", "--most", "2")

    assert "只列出前 2 行" in ended.output


def test_questions_and_tables_are_listed(office):
    output = run("ask", office / "corpus", office / "found", "--list").output

    assert "just-above-the-line" in output
    assert "corpus_finding_forms" in output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "请用 --sql 或 --question 给出一个查询。"),
        (("--sql", "SELECT 1", "-q", "copied-by-unit"), "请用 --sql 或 --question 给出一个查询。"),
        (("-q", "nonsense"), "没有名为“nonsense”的问题"),
        (("-q", "copied-by-unit"), "请在语料库后面给出"),
        (("--sql", "DROP TABLE forms"), "只能写一条 SELECT"),
    ],
)
def test_a_wrong_question_gets_a_sentence(office, words, sentence):
    ended = run("ask", office / "corpus", *words)

    assert sentence in ended.output
    assert ended.exit_code == 2


def test_a_folder_without_a_corpus_gets_a_sentence(tmp_path):
    assert "这里没有语料库" in run("ask", tmp_path, "--sql", "SELECT 1").output
    assert "这里没有语料库" in run("audit", tmp_path, "-o", tmp_path / "found").output


def test_a_folder_that_cannot_be_written_gets_a_sentence(office):
    ended = run("audit", office / "corpus", "-o", office / "corpus/manifest.json")

    assert "写不进去" in ended.output
    assert ended.exit_code == 2
