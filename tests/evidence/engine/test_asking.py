"""Queries put to copies: what they give, and what happens to those that would never end."""

import pytest
from msgspec.structs import replace

from jiheng.evidence.caps import Caps
from jiheng.evidence.engine.asking import ask
from jiheng.evidence.errors import NoAnswer, RefusedQuery

CAPS = Caps(seconds=10, memory=256 << 20, bytes=16 << 20)
CROSS = ", ".join(f"card AS c{at}" for at in range(20))


def put(folder, sql, caps=CAPS):
    return ask(folder, ("card",), (sql,), caps).values[0]


def test_a_count_is_a_whole_number(cards):
    assert put(cards, "SELECT count(*) FROM card").text == "5"


def test_money_is_exact(cards):
    assert put(cards, "SELECT sum(cost) FROM card").text == "78.60"


def test_a_date_is_given_as_one(cards):
    assert put(cards, "SELECT max(made) FROM card").text == "2023-12-31"


def test_a_month_is_the_only_text_that_is_given(cards):
    assert put(cards, "SELECT max(month) FROM card").text == "2023-12"


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT kind FROM card LIMIT 1", "VARCHAR"),
        ("SELECT sum(cost) FROM card WHERE kind = '别的'", "没有给出值"),
        ("SELECT cost FROM card WHERE kind = '别的'", "没有给出值"),
    ],
)
def test_a_name_and_nothing_are_no_values(cards, sql, said):
    with pytest.raises(NoAnswer, match=said):
        put(cards, sql)


def test_a_query_that_never_ends_is_ended(cards):
    sql = f"SELECT count(*) FROM {CROSS} WHERE c0.cost + c19.cost < 0"

    with pytest.raises(NoAnswer, match="已停止"):
        put(cards, sql, replace(CAPS, seconds=1))


def test_a_query_that_needs_endless_memory_is_ended(cards):
    with pytest.raises(NoAnswer, match="内存"):
        put(
            cards,
            f"SELECT count(*) FROM (SELECT DISTINCT c0.card_id || c1.card_id || c2.card_id || "
            f"c3.card_id || c4.card_id || c5.card_id || c6.card_id || c7.card_id || c8.card_id || "
            f"c9.card_id || c10.card_id || c11.card_id FROM {CROSS})",
            replace(CAPS, seconds=20, memory=64 << 20, bytes=1 << 20),
        )


def test_the_gate_stands_before_the_engine(cards):
    with pytest.raises(RefusedQuery):
        put(cards, "SELECT count(*) FROM read_csv('/etc/passwd')")


def test_a_table_that_was_not_named_is_not_there(cards):
    with pytest.raises(RefusedQuery):
        put(cards, "SELECT count(*) FROM person")
