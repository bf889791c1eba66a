"""From a question to its queries, and what cannot be asked."""

from datetime import date

import pytest
from msgspec import convert

from jiheng.evidence.measures.interval import Interval, interval_of
from jiheng.evidence.measures.queries import queries_of, tables_of
from jiheng.evidence.measures.scaling import factor
from jiheng.model.measure import Measure, Question
from jiheng.rulebook.plain_yaml import read_plain
from jiheng.rulebook.proofs import BadMeasure
from tests.evidence.ledgers import LEDGER

YEAR = Interval(since=date(2023, 1, 1), until=date(2023, 12, 31))
QUARTER = Interval(since=date(2023, 1, 1), until=date(2023, 3, 31))


def question(text):
    return convert(read_plain(text.encode()), Question)


def asked(text, interval=YEAR):
    return queries_of(question(text), LEDGER, interval)


@pytest.mark.parametrize(
    ("text", "sql"),
    [
        ("{ask: count, table: card}", 'SELECT count(*) FROM "card"'),
        ("{ask: count, table: 社保卡}", 'SELECT count(*) FROM "card"'),
        (
            "{ask: distinct, table: card, column: person_id}",
            'SELECT count(*) FROM (SELECT DISTINCT "person_id" FROM "card" '
            'WHERE "person_id" IS NOT NULL) AS different',
        ),
        (
            "{ask: sum, table: card, column: cost, period: made}",
            'SELECT coalesce(sum("cost"), 0) FROM "card" '
            "WHERE \"made\" BETWEEN DATE '2023-01-01' AND DATE '2023-12-31'",
        ),
        (
            "{ask: latest, table: card, column: 制卡日期, period: month}",
            'SELECT max("made") FROM "card" WHERE "month" BETWEEN \'2023-01\' AND \'2023-12\'',
        ),
        (
            "{ask: earliest, table: card, column: made, period: year}",
            'SELECT min("made") FROM "card" WHERE "year" BETWEEN 2023 AND 2023',
        ),
    ],
)
def test_a_question_is_one_query(text, sql):
    assert asked(text) == (sql,)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "{ask: mean, table: card, column: cost}",
            'SELECT sum("cost") FROM "card"',
            'SELECT count("cost") FROM "card"',
        ),
        (
            "{ask: share, table: card, which: [{column: kind, value: 新制}]}",
            'SELECT count(*) FROM "card" WHERE "kind" = \'新制\'',
            'SELECT count(*) FROM "card"',
        ),
        (
            "{ask: ratio, of: {ask: sum, table: card, column: cost}, to: {ask: count, table: person}}",
            'SELECT coalesce(sum("cost"), 0) FROM "card"',
            'SELECT count(*) FROM "person"',
        ),
    ],
)
def test_what_is_divided_is_two_queries(text, first, second):
    assert asked(text) == (first, second)


@pytest.mark.parametrize(
    ("condition", "sql"),
    [
        ("{column: cost, op: '>=', value: '12.50'}", '"cost" >= 12.50'),
        ("{column: minutes, op: '<', value: 30}", '"minutes" < 30'),
        ("{column: kind, op: '!=', value: 新制}", "\"kind\" IS DISTINCT FROM '新制'"),
        ("{column: kind, op: in, values: [新制, 补换]}", "\"kind\" IN ('新制', '补换')"),
        (
            "{column: kind, op: not in, values: [新制]}",
            '("kind" IS NULL OR NOT "kind" IN (\'新制\'))',
        ),
        ("{column: person_id, op: empty}", '"person_id" IS NULL'),
        ("{column: cost, op: filled}", '"cost" IS NOT NULL'),
        ("{column: made, op: <=, other: applied}", '"made" <= "applied"'),
        ("{column: made, op: <=, value: $until}", "\"made\" <= DATE '2023-12-31'"),
        ("{column: month, value: $since}", "\"month\" = '2023-01'"),
        ("{column: year, value: $year}", '"year" = 2023'),
        ('{column: card_id, value: "a\'b"}', "\"card_id\" = 'a''b'"),
    ],
)
def test_a_condition_is_written_in_the_type_of_its_column(condition, sql):
    (query,) = asked(f"{{ask: count, table: card, where: [{condition}]}}")

    assert query.removeprefix('SELECT count(*) FROM "card" WHERE ') == sql


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{ask: count, table: cart}", "没有表“cart”"),
        ("{ask: sum, table: card, column: price}", "没有列“price”"),
        ("{ask: sum, table: card, column: kind}", "要是数"),
        ("{ask: latest, table: card, column: cost}", "要是日期"),
        ("{ask: latest, table: card, column: born}", "指向个人"),
        ("{ask: percentile, table: card, column: cost, percent: 101}", "1 到 100"),
        ("{ask: count, table: card, period: kind}", "不是日期"),
        ("{ask: count, table: card, where: [{column: kind, value: 新}]}", "新制或补换"),
        ("{ask: count, table: card, where: [{column: made, value: 今天}]}", "要写日期"),
        ("{ask: count, table: card, where: [{column: cost, value: 1e9}]}", "要写数"),
        ("{ask: count, table: card, where: [{column: person_id, value: P1}]}", "指向个人"),
        ("{ask: count, table: card, where: [{column: kind}]}", "写法不对"),
        ("{ask: count, table: card, where: [{column: kind, op: in, value: 新制}]}", "写法不对"),
        ("{ask: count, table: card, where: [{column: kind, op: empty, value: 1}]}", "写法不对"),
        ("{ask: count, table: card, where: [{column: made, other: cost}]}", "不是同一类"),
    ],
)
def test_what_cannot_be_asked_is_said(text, said):
    with pytest.raises(BadMeasure, match=said):
        asked(text)


def test_a_year_cannot_be_cut():
    with pytest.raises(BadMeasure, match="整年"):
        asked("{ask: count, table: card, period: year}", QUARTER)


def test_sql_is_told_the_period():
    sql = "{ask: sql, sql: SELECT count(*) FROM card WHERE made <= $until, tables: [card]}"

    assert asked(sql) == ("SELECT count(*) FROM card WHERE made <= DATE '2023-12-31'",)


def test_each_table_is_read_once():
    both = "{ask: ratio, of: {ask: count, table: card}, to: {ask: count, table: 社保卡}}"

    assert [each.name for each in tables_of(question(both), LEDGER)] == ["card"]


@pytest.mark.parametrize(
    ("text", "unit", "times"),
    [
        ("{ask: count, table: card}", "张", "1"),
        ("{ask: count, table: card}", "万张", "1/10000"),
        ("{ask: sum, table: card, column: cost}", "万元", "1/10000"),
        ("{ask: mean, table: card, column: minutes}", "小时", "1/60"),
        ("{ask: share, table: card, which: []}", "%", "100"),
        ("{ask: latest, table: card, column: made}", None, "1"),
        ("{ask: sql, sql: SELECT 1, tables: [card]}", "万元", "1"),
        (
            "{ask: ratio, of: {ask: sum, table: card, column: cost}, to: {ask: count, table: card}}",
            "元/张",
            "1",
        ),
    ],
)
def test_the_answer_is_brought_to_its_unit(text, unit, times):
    assert str(factor(question(text), unit, LEDGER)) == times


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("{ask: sum, table: card, column: cost}", "人"),
        ("{ask: sum, table: card, column: cost}", None),
        ("{ask: latest, table: card, column: made}", "天"),
    ],
)
def test_a_unit_of_something_else_is_refused(text, unit):
    with pytest.raises(BadMeasure):
        factor(question(text), unit, LEDGER)


def measure(**more):
    base = {"schema": "jiheng.measure/1", "id": "a", "title": "甲", "ledger": "cards"}
    return convert(base | {"question": {"ask": "count", "table": "card"}} | more, Measure)


def test_the_year_of_the_form_is_the_period():
    assert interval_of(measure(), 2023) == YEAR


def test_a_measure_may_say_one_end_of_its_period():
    assert interval_of(measure(period={"since": "2022-07-01"}), 2023).since == date(2022, 7, 1)


@pytest.mark.parametrize(
    ("period", "year"),
    [
        (None, None),
        ({"since": "2023-01-01"}, None),
        ({"since": "2023-02-30", "until": "2023-12-31"}, None),
        ({"since": "2024-01-01"}, 2023),
    ],
)
def test_a_period_that_is_none_is_refused(period, year):
    with pytest.raises(BadMeasure):
        interval_of(measure(period=period), year)
