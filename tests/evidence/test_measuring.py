"""A measure computed: expected values are worked by hand from the five cards."""

from datetime import UTC, date, datetime

import msgspec
import pytest
from msgspec import convert

from jiheng.evidence.canonical import sha256_of
from jiheng.evidence.copying.source import source_of
from jiheng.evidence.errors import BadSource, NoAnswer
from jiheng.evidence.measures.interval import Interval
from jiheng.evidence.measuring import Order, measured
from jiheng.evidence.replaying import changes, same_value
from jiheng.model.measure import Measure, Measured
from jiheng.rulebook.plain_yaml import read_plain
from tests.evidence.ledgers import CARDS, LEDGER, PERSONS

pytestmark = pytest.mark.usefixtures("at_home")

YEAR = Interval(since=date(2023, 1, 1), until=date(2023, 12, 31))
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


@pytest.fixture
def compute(tmp_path):
    """Return a function that computes a question over the five cards and three persons."""

    def computed(question, unit=None, places=0, cards=CARDS):
        (tmp_path / "cards.csv").write_text(cards, encoding="utf-8")
        (tmp_path / "persons.csv").write_text(PERSONS, encoding="utf-8")
        document = {"schema": "jiheng.measure/1", "id": "a", "title": "甲", "ledger": "cards"}
        document |= {"unit": unit, "places": places, "question": read_plain(question.encode())}
        sources = (f"card={tmp_path}/cards.csv", f"person={tmp_path}/persons.csv")
        order = Order(
            measure=convert(document, Measure),
            ledger=LEDGER,
            sources=tuple(map(source_of, sources)),
            interval=YEAR,
            by="张三",
            at=NOON,
        )
        return measured(order)

    return computed


@pytest.mark.parametrize(
    ("question", "unit", "places", "value"),
    [
        ("{ask: count, table: card, period: made}", "张", 0, "4"),
        ("{ask: distinct, table: card, column: person_id, period: made}", "人", 0, "3"),
        ("{ask: distinct, table: card, column: person_id, beside: [kind]}", "人次", 0, "5"),
        ("{ask: sum, table: card, column: cost, period: made}", "元", 2, "58.6"),
        ("{ask: mean, table: card, column: cost}", "元", 2, "15.72"),
        ("{ask: mean, table: card, column: minutes}", "分钟", 2, "26.25"),
        ("{ask: percentile, table: card, column: minutes, percent: 50}", "分钟", 0, "20"),
        ("{ask: percentile, table: card, column: minutes, percent: 51}", "分钟", 0, "30"),
        ("{ask: percentile, table: card, column: minutes, percent: 100}", "分钟", 0, "45"),
        ("{ask: latest, table: card, column: made}", None, 0, "2023-12-31"),
        ("{ask: earliest, table: card, column: month}", None, 0, "2022-12"),
        ("{ask: share, table: card, which: [{column: kind, value: 新制}]}", "%", 2, "80"),
        (
            "{ask: share, table: card, column: cost, which: [{column: kind, value: 补换}]}",
            "%",
            2,
            "25.45",
        ),
        (
            "{ask: sql, tables: [card, person], sql: 'SELECT count(DISTINCT c.person_id) "
            "FROM card c JOIN person p USING (person_id) WHERE p.county = ''云溪'''}",
            "人",
            0,
            "2",
        ),
    ],
)
def test_a_question_has_its_value(compute, question, unit, places, value):
    assert compute(question, unit, places).value == value


def test_a_ratio_is_exact_and_rounded_once(compute):
    found = compute(
        "{ask: ratio, of: {ask: sum, table: card, column: cost}, to: {ask: count, table: person}}",
        "元",
        1,
    )

    assert (found.value, found.exact) == ("26.2", ("78.60", "3"))


def test_ten_thousand_dimes_are_exactly_a_thousand_yuan(compute):
    dime = "C,P,,,新制,0.10,,,2023-01-05,,"
    cards = "\n".join([CARDS.splitlines()[0], *[dime] * 10_000])

    assert compute("{ask: sum, table: card, column: cost}", "元", 2, cards).exact == ("1000.00",)


def test_the_result_holds_what_is_needed_to_compute_it_again(compute):
    found = compute("{ask: count, table: card, period: made}", "张")

    assert found.measure_sha256 == sha256_of(found.measure)
    assert found.queries == (
        'SELECT COUNT(*) FROM "card" WHERE "made" BETWEEN CAST(\'2023-01-01\' AS DATE) '
        "AND CAST('2023-12-31' AS DATE)",
    )
    assert [(each.name, each.source, each.rows) for each in found.tables] == [("card", "csv", 5)]
    assert (found.at, found.by, found.since) == ("2026-01-02T12:00:00+00:00", "张三", "2023-01-01")


def test_no_person_and_no_path_is_in_the_result(compute, tmp_path):
    document = msgspec.json.encode(compute("{ask: count, table: card}", "张")).decode()

    assert not [each for each in ("P1", "甲一", str(tmp_path)) if each in document]


def test_a_result_is_read_back_as_it_was(compute):
    found = compute("{ask: share, table: card, which: [{column: kind, value: 新制}]}", "%")

    assert msgspec.json.decode(msgspec.json.encode(found), type=Measured) == found


def test_nothing_divided_by_nothing_is_no_value(compute):
    with pytest.raises(NoAnswer, match="分母是 0"):
        compute(
            "{ask: share, table: card, which: [], where: [{column: cost, op: '>', value: 99}]}", "%"
        )


def test_a_table_without_data_is_told(compute, tmp_path):
    order = Order(
        measure=compute("{ask: count, table: card}").measure,
        ledger=LEDGER,
        sources=(source_of(f"person={tmp_path}/persons.csv"),),
        interval=YEAR,
        by="",
    )

    with pytest.raises(BadSource, match="没有给出表 card"):
        measured(order)


def kinds(before, after):
    return [each.kind for each in changes(before, after)]


def test_the_same_data_give_the_same_value(compute):
    before, after = (compute("{ask: count, table: card}", "张") for _ in range(2))

    assert kinds(before, after) == []


def test_a_cell_that_changed_is_noticed_though_the_value_is_the_same(compute):
    before = compute("{ask: count, table: card}", "张")
    after = compute("{ask: count, table: card}", "张", cards=CARDS.replace("18.50", "18.60"))

    assert kinds(before, after) == ["data"]
    assert same_value(before, after)


def test_a_row_more_is_noticed_in_all_that_it_changes(compute):
    before = compute("{ask: count, table: card}", "张")
    after = compute("{ask: count, table: card}", "张", cards=CARDS + CARDS.splitlines()[-1])

    assert kinds(before, after) == ["value", "rows", "data", "remarks"]


def test_what_was_rounded_away_is_noticed(compute):
    sum_ = "{ask: sum, table: card, column: cost}"
    before = compute(sum_, "元")
    after = compute(sum_, "元", cards=CARDS.replace("18.50", "18.60"))

    assert before.value == after.value
    assert kinds(before, after) == ["value", "data"]


def test_a_table_that_is_asked_no_more_is_left_out_of_what_changed(compute):
    before = compute("{ask: count, table: card}", "张")
    after = compute("{ask: count, table: person}", "人")

    assert [each.kind for each in changes(before, after)] == ["value", "query"]


def test_a_ledger_described_otherwise_is_noticed(compute):
    before = compute("{ask: count, table: card}", "张")
    after = msgspec.structs.replace(before, ledger_sha256="0", engine="duckdb 2", version="9")

    assert kinds(before, after) == ["ledger", "engine", "version"]
