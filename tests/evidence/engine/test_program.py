"""What the engine lets through when the gate is not there: it must hold by itself."""

import duckdb
import pytest

from jiheng.evidence.engine.job import Asked
from jiheng.evidence.engine.program import answer, locked


@pytest.fixture
def engine(cards):
    """Return a connection as queries get it."""
    asked = Asked(folder=str(cards), tables=("card",), queries=(), memory=64 << 20, spill=1 << 20)
    with locked(asked) as connection:
        yield connection


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/proc/self/environ')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM read_parquet('{folder}/../*.parquet')",
        "SELECT * FROM read_text('{folder}/cards.csv')",
        "SELECT * FROM read_csv('https://192.0.2.1/x.csv')",
        "SELECT * FROM read_csv('s3://bucket/x.csv')",
        "COPY (SELECT 1) TO '{folder}/stolen.csv'",
        "COPY (SELECT 1) TO '/tmp/stolen.csv'",
        "ATTACH '{folder}/other.db'",
        "ATTACH '' AS pg (TYPE postgres)",
        "EXPORT DATABASE '{folder}/all'",
        "IMPORT DATABASE '{folder}/all'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "FORCE INSTALL spatial FROM community",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET memory_limit = '100GB'",
        "SET threads = 64",
        "SET temp_directory = '/tmp'",
        "RESET allowed_paths",
        "PRAGMA enable_external_access = true",
        "SELECT getenv('HOME')",
        "SELECT * FROM CARDS_OF_THE_TEST",
    ],
)
def test_nothing_outside_is_reached_and_no_setting_is_changed(engine, cards, sql):
    with pytest.raises(duckdb.Error):
        engine.execute(sql.format(folder=cards)).fetchall()


def test_a_variable_of_the_program_is_no_table(engine):
    frame = [1, 2]

    with pytest.raises(duckdb.Error):
        engine.execute("SELECT * FROM frame").fetchall()
    assert frame == [1, 2]


def test_the_copies_are_read(engine):
    assert engine.execute("SELECT count(*) FROM card").fetchone() == (5,)


def test_persons_have_neither_names_nor_numbers(engine):
    found = engine.execute("SELECT person_id, person_name FROM card").fetchall()

    assert not {"P1", "甲一"} & {str(cell) for row in found for cell in row}


def test_one_person_is_the_same_everywhere(engine):
    assert engine.execute("SELECT count(DISTINCT person_id) FROM card").fetchone() == (4,)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT person_name FROM card LIMIT 1", "UUID"),
        ("SELECT 1 / 3 FROM card LIMIT 1", "DOUBLE"),
        ("SELECT count(*), sum(cost) FROM card", '"count":"2"'),
        ("SELECT cost FROM card", "proof.rows"),
        ("SELECT count(*) FROM card WHERE person_id = 'P1'", "proof.query-failed"),
        ("SELECT colour FROM card", "colour"),
        ("SELECT filename FROM card LIMIT 1", "filename"),
        ("SELECT file_row_number FROM card LIMIT 1", "file_row_number"),
    ],
)
def test_what_is_no_single_exact_value_is_told(cards, sql, said):
    asked = Asked(
        folder=str(cards), tables=("card",), queries=(sql,), memory=64 << 20, spill=1 << 20
    )

    assert said in answer(asked).refused
