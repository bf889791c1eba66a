"""Rows drawn by a key: the same for who has it, and nobody's name."""

from datetime import date

import pytest
from msgspec import convert
from msgspec.structs import replace

from jiheng.evidence.copying.source import source_of
from jiheng.evidence.drawing import Draw, drawn
from jiheng.evidence.errors import EvidenceError
from jiheng.evidence.measures.interval import Interval
from jiheng.evidence.pseudonyms import checked_key, code
from jiheng.model.measure import Measure
from jiheng.rulebook.plain_yaml import read_plain
from jiheng.rulebook.proofs import BadMeasure
from tests.evidence.ledgers import CARDS, LEDGER

pytestmark = pytest.mark.usefixtures("at_home")

KEY = b"the key of the unit"


@pytest.fixture
def draw(tmp_path):
    """Return the wish to draw two of the four cards of 2023."""
    (tmp_path / "cards.csv").write_text(CARDS, encoding="utf-8")
    question = "{ask: distinct, table: card, column: person_id, period: made}"
    document = {"schema": "jiheng.measure/1", "id": "a", "title": "甲", "ledger": "cards"}
    return Draw(
        measure=convert(document | {"question": read_plain(question.encode())}, Measure),
        ledger=LEDGER,
        sources=(source_of(f"card={tmp_path}/cards.csv"),),
        interval=Interval(since=date(2023, 1, 1), until=date(2023, 12, 31)),
        key=KEY,
        seed="7",
        count=2,
    )


def test_only_rows_that_the_measure_counts_are_drawn(draw):
    found = drawn(replace(draw, count=10))

    assert found.all_rows == 4
    assert {each.row for each in found.rows} == {1, 2, 3, 4}


def test_the_order_of_the_file_does_not_matter(draw, tmp_path):
    first = drawn(draw)
    heading, *rows = CARDS.splitlines()
    (tmp_path / "cards.csv").write_text("\n".join([heading, *reversed(rows)]), encoding="utf-8")
    second = drawn(draw)

    assert [each.code for each in first.rows] == [each.code for each in second.rows]


def test_another_seed_draws_in_another_order(draw):
    orders = {
        tuple(each.row for each in drawn(replace(draw, seed=seed, count=4)).rows) for seed in "123"
    }

    assert len(orders) > 1


def test_persons_are_masked(draw):
    found = drawn(draw)

    assert found.columns[:3] == ("卡号", "个人编号", "姓名")
    assert all(each.cells[1] == "P*" and each.cells[2].endswith("*") for each in found.rows)


def test_persons_are_shown_to_who_may_look(draw):
    names = {each.cells[2] for each in drawn(replace(draw, opens=True, count=4)).rows}

    assert names == {"甲一", "乙二", "丙三"}


def test_a_code_is_the_hmac_of_the_key_columns(draw):
    found = drawn(replace(draw, count=4))

    assert {each.code for each in found.rows if each.row == 1} == {code(KEY, "card", "C1")[:16]}


def test_sql_does_not_say_which_rows_it_counts(draw):
    question = read_plain(b"{ask: sql, sql: SELECT count(*) FROM card, tables: [card]}")
    sql = replace(
        draw,
        measure=replace(
            draw.measure,
            question=convert(
                {
                    "schema": "jiheng.measure/1",
                    "id": "a",
                    "title": "甲",
                    "ledger": "cards",
                    "question": question,
                },
                Measure,
            ).question,
        ),
    )

    with pytest.raises(BadMeasure, match="--table"):
        drawn(sql)


def test_a_short_key_is_refused():
    with pytest.raises(EvidenceError, match="16"):
        checked_key(b"123456\n")
