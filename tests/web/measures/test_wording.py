"""A measure in words: what is asked, under which conditions, of which columns."""

import pytest

from jiheng.rulebook.proofs import MEASURE_IDS
from jiheng.web.measures.choosing import days_of, ready
from jiheng.web.measures.wording import lines_of, needed


def texts(measure, language="zh"):
    """Return what is said of a measure that comes with Jiheng."""
    choice = ready(measure, 2024)
    return [each.text for each in lines_of(choice, days_of(choice.measure, 2024), language)]


def columns(measure):
    """Return the columns that a measure needs, by table."""
    choice = ready(measure, 2024)
    found = needed(choice, days_of(choice.measure, 2024))
    return {each.table.name: [column.name for column in each.columns] for each in found}


def test_a_ratio_is_said_with_both_of_its_parts():
    assert texts("special-coverage") == [
        "分子 ÷ 分母",
        "表“参保人员”里不同的个人编号有多少个",
        "特殊群体 ≠ 无",
        "表“特殊群体认定”里不同的个人编号有多少个",
        "2024-01-01 至 2024-12-31",
    ]


def test_a_percentile_is_said_with_its_percent():
    assert "100% 的行不超过的值" in texts("institution-latest-day")[0]


def test_an_english_reader_is_told_names_instead_of_titles():
    assert texts("core-last-arrival", "en")[:2] == [
        "the latest paid_on in the table “contribution”",
        "month lies in the period",
    ]


def test_each_part_of_a_ratio_needs_the_columns_of_its_own_table():
    assert columns("special-coverage") == {
        "insured": ["person_id", "special_group"],
        "special_person": ["person_id"],
    }


def test_rows_that_are_to_count_once_need_every_column():
    assert columns("contribution-rate")["contribution"][:2] == ["contribution_id", "person_id"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_measure_that_comes_with_jiheng_has_its_words(language):
    assert [name for name in MEASURE_IDS if not all(texts(name, language))] == []
