"""What a query may say, and what it may not."""

import pytest

from jiheng.evidence.errors import RefusedQuery
from jiheng.evidence.gate import LONGEST, checked

TABLES = frozenset({"payment", "insured"})


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(DISTINCT p.person_id) FROM payment p JOIN insured USING (person_id)",
        "WITH late AS (SELECT person_id FROM payment) SELECT count(*) FROM late",
        "SELECT sum(amount) FILTER (WHERE status = '成功') FROM payment WHERE month LIKE '2023%'",
        "SELECT count(*) FROM payment WHERE paid_on > DATE '2023-01-31' + INTERVAL 1 MONTH",
        "SELECT count(*) FROM (SELECT lag(month) OVER (PARTITION BY person_id ORDER BY month) "
        "AS before FROM payment) WHERE before IS NOT NULL",
        "SELECT count(*) FROM payment EXCEPT SELECT 1 ORDER BY 1 LIMIT 1",
        "SELECT sum(CASE WHEN date_diff('day', born, paid_on) > 5 THEN 1 ELSE 0 END) FROM payment",
        'SELECT COUNT(*) FROM "PAYMENT"',
    ],
)
def test_what_measures_need_is_let_through(sql):
    assert checked(sql, TABLES).startswith(("SELECT", "WITH"))


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT * FROM read_csv('/etc/passwd')", "READ_CSV"),
        ("SELECT * FROM '/etc/passwd'", "/etc/passwd"),
        ('SELECT * FROM "/etc/passwd"', "/etc/passwd"),
        ("SELECT count(*) FROM glob('/*')", "GLOB"),
        ("SELECT content FROM read_text('/etc/passwd')", "READ_TEXT"),
        ("SELECT * FROM read_parquet('https://example.org/x')", "READ_PARQUET"),
        ("SELECT count(*) FROM sqlite_scan('a.db', 't')", "SQLITE_SCAN"),
        ("SELECT getenv('PGPASSWORD')", "GETENV"),
        ("SELECT current_setting('temp_directory')", "CURRENT_SETTING"),
        ("SELECT count(*) FROM duckdb_settings()", "DUCKDB_SETTINGS"),
        ("SELECT count(*) FROM information_schema.tables", "information_schema"),
        ("SELECT count(*) FROM other", "other"),
        ("SELECT count(*) FROM main.payment", "main.payment"),
        ("SELECT 1 INTO copy FROM payment", "copy"),
        ("SELECT * FROM payment FOR UPDATE", "LOCK"),
        (
            "WITH RECURSIVE r AS (SELECT 1 UNION ALL SELECT 1 FROM r) SELECT count(*) FROM r",
            "RECUR",
        ),
        ("SELECT count(*) FROM range(1000000000000)", "RANGE"),
        ("SELECT count(*) FROM generate_series(1, 9e12)", "GENERATE_SERIES"),
        ("SELECT unnest([1, 2])", "UNNEST"),
        ("SELECT repeat('x', 1000000000)", "REPEAT"),
        ("SELECT lpad('x', 1000000000, 'y')", "LPAD"),
        ("SELECT string_agg(person_id) FROM payment", "LISTAGG"),
        ("SELECT list(person_id) FROM payment", "ARRAY_AGG"),
        ("SELECT approx_count_distinct(person_id) FROM payment", "APPROX"),
        ("SELECT random()", "RAND"),
        ("SELECT count(*) FROM payment TABLESAMPLE 5", "TABLESAMPLE"),
        ("SELECT count(*) FROM payment WHERE paid_on < current_date", "CURRENT_DATE"),
        ("SELECT nextval('s')", "NEXTVAL"),
        ("SELECT COLUMNS('.*') FROM payment", "COLUMNS"),
        ("SELECT $a", "$a"),
        ("SELECT ?", "?"),
        ("SELECT list_transform([1], x -> x)", "LIST_TRANSFORM"),
        ("SELECT CAST(amount AS DOUBLE) FROM payment", "DOUBLE"),
        ("SELECT avg(amount) FROM payment", "AVG"),
        ("SELECT count(*) FROM payment PIVOT (sum(amount) FOR county IN ('a'))", "PIVOT"),
        ("SELECT count(*) FROM (VALUES (1)) AS v", "VALUES"),
        ("SELECT ｒｅａｄ_csv('x')", "ｒｅａｄ_csv"),
    ],
)
def test_what_reaches_further_is_refused_by_what_it_says(sql, said):
    with pytest.raises(RefusedQuery) as refused:
        checked(sql, TABLES)

    assert said.lower() in str(refused.value).lower()


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE payment",
        "CREATE TABLE x AS SELECT 1",
        "DELETE FROM payment",
        "UPDATE payment SET amount = 0",
        "INSERT INTO payment SELECT * FROM payment",
        "COPY payment TO '/tmp/x'",
        "EXPORT DATABASE '/tmp/x'",
        "ATTACH '/tmp/x.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "PRAGMA database_list",
        "SET threads = 64",
        "CALL pragma_version()",
        "DESCRIBE payment",
        "EXPLAIN SELECT 1",
        "SHOW TABLES",
        "VALUES (1)",
        "SELECT 1; DROP TABLE payment",
        "SELECT 1; SELECT 2",
        "SELECT 1 /* ; */ ; -- SELECT\nCOPY payment TO 'x'",
        "",
        ";",
        "-- nothing",
        "SELECT",
        "SELECT (((((",
        "天下大同",
    ],
)
def test_what_is_no_single_select_is_refused(sql):
    with pytest.raises(RefusedQuery):
        checked(sql, TABLES)


def test_comments_do_not_survive():
    run = checked("SELECT /* read_csv('x') */ count(*) -- ; DROP\nFROM payment", TABLES)

    assert run == "SELECT COUNT(*) FROM payment"


def test_a_common_table_may_not_lend_its_name_to_a_file():
    with pytest.raises(RefusedQuery):
        checked("WITH a AS (SELECT 1) SELECT count(*) FROM a, 'b.csv'", TABLES)


def test_a_query_that_is_endlessly_long_is_refused():
    with pytest.raises(RefusedQuery, match=str(LONGEST)):
        checked("SELECT " + "1 + " * LONGEST + "1", TABLES)


def test_a_query_that_is_endlessly_deep_is_refused():
    with pytest.raises(RefusedQuery):
        checked("SELECT " + "(" * 4_000 + "1" + ")" * 4_000, TABLES)


def test_a_query_of_endlessly_many_pieces_is_refused():
    with pytest.raises(RefusedQuery):
        checked("SELECT count(*) FROM payment WHERE amount IN (" + "1," * 6_000 + "1)", TABLES)
