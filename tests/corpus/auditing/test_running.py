import pytest

from jiheng.corpus.auditing.running import Audited, audit_corpus
from jiheng.corpus.auditing.tables import (
    COPIES,
    CORPUS_FINDINGS,
    FINDINGS,
    MEMBERS,
    PASSAGES,
    Writer,
    columns,
)
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.making import make_corpus
from jiheng.corpus.store.manifest import write_manifest
from jiheng.corpus.store.opening import open_corpus
from jiheng.model.corpus import Manifest
from tests.corpus.auditing.forms import form
from tests.corpus.auditing.shelf import GOAL, small
from tests.corpus.store.shelf import shelve


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return small(tmp_path_factory.mktemp("shelf"))


def test_it_tells_how_much_there_was(shelf):
    assert shelf[2] == Audited(forms=4, findings=20, questions=1)


def test_each_finding_of_a_form_is_a_row(shelf):
    names = ("form", "code", "severity", "printed", "expected", "stake", "budget")
    rows = list(zip(*columns(shelf[1], FINDINGS, *names), strict=True))

    # 98 of 100 give 9.8 of 10 points, not 8; the form's budget is 100万元.
    assert ("f-1", "SC02", "error", "8", "9.8", 10_00, 1_000_000_00) in rows


def test_a_question_is_a_row_with_its_forms_beside(shelf):
    names = ("number", "kind", "forms", "units", "budget")

    assert columns(shelf[1], CORPUS_FINDINGS, *names) == (
        [1],
        ["copied-text"],
        [2],
        [2],
        [300_000_000],
    )
    assert columns(shelf[1], MEMBERS, "number", "form", "at", "value") == (
        [1, 1],
        ["f-0", "f-1"],
        ["goal.expected"] * 2,
        [f"相同 100%：{GOAL}"] * 2,
    )


def test_copies_have_a_table_of_their_own(shelf):
    assert columns(shelf[1], COPIES, "form", "nearest_form", "jaccard") == (
        ["f-0", "f-1"],
        ["f-1", "f-0"],
        [100, 100],
    )


def test_the_report_names_question_forms_and_findings(shelf):
    page = (shelf[1] / "report.html").read_text(encoding="utf-8")

    assert "2 个单位的 2 份表有一段文字相同" in page
    assert "云溪县就业局" in page
    assert "1.docx" in page
    assert "AR01" in page


def test_the_sheets_open_in_excel(shelf):
    sheet = (shelf[1] / "corpus_findings.csv").read_bytes()

    assert sheet.startswith('\ufeff"number","kind"'.encode())


def test_a_text_cannot_bring_markup_into_the_report(tmp_path):
    hostile = f"<script>alert(1)</script>{GOAL}"
    forms = (form(0, goal=hostile, unit="<b>甲局"), form(1, goal=hostile, unit="乙局"))
    shelve(tmp_path / "corpus", *forms, pack="cn-2020-10")

    audit_corpus(open_corpus(tmp_path / "corpus"), tmp_path / "found")
    page = (tmp_path / "found/report.html").read_text(encoding="utf-8")

    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "<b>甲局" not in page


def test_an_empty_corpus_has_nothing_to_ask_about(tmp_path):
    write_manifest(tmp_path, Manifest(jiheng="0.1.0"))

    audited = audit_corpus(open_corpus(tmp_path), tmp_path / "found")

    assert audited == Audited(forms=0, findings=0, questions=0)
    assert "没有发现值得一问之处" in (tmp_path / "found/report.html").read_text(encoding="utf-8")


def test_two_programs_find_what_one_finds(shelf, tmp_path):
    audited = audit_corpus(shelf[0], tmp_path, programs=2)

    assert audited == shelf[2]
    assert columns(tmp_path, FINDINGS, "form", "code") == columns(
        shelf[1], FINDINGS, "form", "code"
    )


def test_what_somebody_else_put_there_is_left_alone(shelf, tmp_path):
    (tmp_path / "findings.xlsx").write_bytes(b"of another audit")

    with pytest.raises(CorpusError, match=r"findings\.xlsx"):
        audit_corpus(shelf[0], tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["findings.xlsx"]


def test_an_earlier_audit_is_replaced(shelf):
    assert audit_corpus(shelf[0], shelf[1]) == shelf[2]


def test_it_speaks_english(shelf, tmp_path):
    audit_corpus(shelf[0], tmp_path, "en")

    assert "2 forms of 2 units have the same text" in (tmp_path / "report.html").read_text("utf-8")


def test_a_corpus_of_columns_alone_cannot_be_audited(tmp_path):
    make_corpus(tmp_path / "corpus", 10, seed=1)

    with pytest.raises(CorpusError):
        audit_corpus(open_corpus(tmp_path / "corpus"), tmp_path / "found")


def test_a_table_that_was_broken_off_is_not_left_behind(tmp_path):
    with pytest.raises(ZeroDivisionError), Writer(tmp_path, PASSAGES) as writer:
        writer.add(("f-1", "conclusion", "conclusion", "text", str(1 // 0)))

    assert list(tmp_path.iterdir()) == []


def test_a_table_that_is_not_there_is_told_in_a_sentence(tmp_path):
    with pytest.raises(CorpusError, match="没有可用的核对结果"):
        columns(tmp_path, COPIES, "form")
