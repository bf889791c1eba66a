"""A result is taken only where all of it fits the measure that the row has."""

import json

import pytest

from jiheng.web.measures.results import BadResult, read_result
from tests.web.measures.training import MEASURE, chosen_for, measured_from


@pytest.fixture
def chosen(city, record):
    """Return the measure that was chosen for 培训人数."""
    return chosen_for(city, record)


@pytest.fixture
def result(chosen, tmp_path):
    """Return the result as a document that somebody may change."""
    return json.loads(measured_from(chosen, tmp_path))


def told(result, chosen):
    """Return why a result is not taken."""
    with pytest.raises(BadResult) as bad:
        read_result(json.dumps(result).encode(), chosen)
    return str(bad.value)


def test_a_result_as_it_was_computed_is_taken(chosen, result):
    assert read_result(json.dumps(result).encode(), chosen).value == "2"


def test_a_value_that_was_raised_by_hand_is_noticed(chosen, result):
    assert "有人改过" in told({**result, "value": "1260"}, chosen)


def test_a_measure_that_was_softened_by_hand_is_noticed(chosen, result):
    result["measure"]["question"]["where"] = []

    assert "有人改过" in told(result, chosen)


def test_a_measure_that_was_softened_with_its_hash_is_noticed(city, record, chosen, tmp_path):
    softer = MEASURE.replace(", where: [{column: status, value: 结业}]", "")
    other = json.loads(measured_from(chosen_for(city, record, softer), tmp_path))

    assert "内容不同" in told(other, chosen)


def test_the_result_of_another_measure_is_named(city, record, chosen, tmp_path):
    named = MEASURE.replace("id: people-trained", "id: people-enrolled")
    other = json.loads(measured_from(chosen_for(city, record, named), tmp_path))

    assert "这是取数“people-enrolled”的结果" in told(other, chosen)


def test_the_result_of_another_year_is_told(chosen, result):
    last_year = {**result, "since": "2023-01-01", "until": "2023-12-31"}

    assert "这张表要的是 2024-01-01 至 2024-12-31" in told(last_year, chosen)


def test_a_result_without_its_tables_is_told(chosen, result):
    assert "应为：trainee" in told({**result, "tables": []}, chosen)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"exact": []}, "算式对不上"),
        ({"exact": ["2", "0"]}, "算式对不上"),
        ({"exact": ["x" * 9999], "value": "x" * 9999}, "算式对不上"),
        ({"exact": ["9" * 5000], "value": "9" * 5000}, "算式对不上"),
        ({"unit": "万人"}, "算式对不上"),
        ({"tables": 3}, "tables"),
        ({"schema": "jiheng.measured/9"}, "schema"),
    ],
)
def test_what_makes_no_sense_is_told(chosen, result, changed, says):
    assert says in told({**result, **changed}, chosen)


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", b"[" * 100_000, b" " * (1 << 21)])
def test_what_is_no_result_is_told(chosen, data):
    with pytest.raises(BadResult, match="不是取数结果"):
        read_result(data, chosen)
