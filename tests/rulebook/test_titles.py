"""Titles of ledgers and measures for readers of either language."""

import msgspec

from jiheng.model.measure import Count, Measure
from jiheng.rulebook.ledgers import load_ledger
from jiheng.rulebook.proofs import all_measures
from jiheng.rulebook.titles import title_in
from tests.chinese import chinese_in

OWN = Measure(
    schema="jiheng.measure/1",
    id="own",
    title="制卡数",
    ledger="a.yaml",
    question=Count(table="card"),
)


def test_an_english_reader_has_the_english_title():
    assert title_in(load_ledger("social-card"), "en") == "Social security card system"


def test_every_measure_that_comes_with_jiheng_has_an_english_title():
    lacking = [each.id for each in all_measures() if chinese_in(title_in(each, "en"))]

    assert lacking == []


def test_a_measure_without_an_english_title_shows_its_own():
    assert title_in(OWN, "en") == "制卡数"


def test_a_title_that_nobody_gave_changes_no_hash():
    assert b"title_en" not in msgspec.json.encode(OWN)
