from pathlib import Path

import pytest

from jiheng.corpus.auditing.asking.asking import ask_corpus
from jiheng.evidence.errors import NoAnswer, RefusedQuery
from tests.corpus.auditing.shelf import small


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    corpus, found, _ = small(tmp_path_factory.mktemp("shelf"))
    return corpus, found


def ask(shelf, query, most=50):
    return ask_corpus(*shelf, query, most=most)


def test_coded_nested_and_found_tables_are_asked_together(shelf):
    answered = ask(
        shelf,
        """SELECT nested.project, coded.region, money.executed, forms.verdict
        FROM coded JOIN nested ON nested.id = coded.ids JOIN money ON money.id = nested.id
        JOIN forms ON forms.form = nested.id WHERE coded.total = 9500 AND coded.year = 2024""",
    )

    assert answered.columns == ("project", "region", "executed", "verdict")
    assert answered.rows == (("项目0", "990100", "80", "error"),)


def test_no_more_rows_come_than_were_asked_for(shelf):
    answered = ask(shelf, "SELECT form FROM forms ORDER BY form", most=3)

    assert answered.rows == (("f-0",), ("f-1",), ("f-2",))
    assert answered.is_cut


def test_nothing_is_nothing(shelf):
    assert ask(shelf, "SELECT low FROM forms WHERE low IS NULL LIMIT 1").rows == ()
    assert ask(shelf, "SELECT nullif(1, 1)").rows == ((None,),)


def test_without_an_audit_the_corpus_alone_is_asked(shelf):
    assert ask_corpus(shelf[0], None, "SELECT count(*) FROM nested", most=5).rows == (("4",),)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "COPY forms TO '/tmp/x.csv'",
        "DELETE FROM forms",
        "SELECT 1; SELECT 2",
        "INSTALL httpfs",
        "SELECT getenv('HOME')",
    ],
)
def test_what_is_no_question_is_refused(shelf, query):
    with pytest.raises(RefusedQuery):
        ask(shelf, query)


def test_a_column_that_is_not_there_is_told_in_a_sentence(shelf):
    with pytest.raises(NoAnswer, match="查询没有成功"):
        ask(shelf, "SELECT nobody FROM forms")


def test_a_folder_with_a_quote_in_its_name_is_borne(tmp_path):
    corpus, found, _ = small(tmp_path / "it's year=1 here")

    assert ask((corpus, found), "SELECT count(*) FROM forms").rows == (("4",),)


def test_a_table_that_was_removed_may_not_be_asked(tmp_path):
    corpus, found, _ = small(tmp_path)
    Path(found / "copies.parquet").unlink()

    with pytest.raises(RefusedQuery):
        ask((corpus, found), "SELECT count(*) FROM copies")
