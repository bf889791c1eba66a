"""Scores as integers in 1/100 point."""

import pytest

from jiheng.model.points import format_points, parse_points


@pytest.mark.parametrize(
    ("printed", "points"),
    [
        ("92.01", 9201),
        (" 10 分 ", 1000),
        ("9.995", 1000),
        ("9.994", 999),
        ("-0.5", -50),
        ("+3", 300),
        ("0", 0),
    ],
)
def test_a_printed_score_is_read(printed: str, points: int):
    assert parse_points(printed) == points


@pytest.mark.parametrize("printed", [None, "", "-", "10/10", "1e3", "NaN", "Infinity", "10分钟"])
def test_what_is_no_score_is_none(printed: str | None):
    assert parse_points(printed) is None


@pytest.mark.parametrize("digits", [10, 400, 5_000, 1_000_001])
def test_a_number_of_too_many_digits_is_no_score(digits: int):
    assert parse_points("9" * digits) is None
    assert parse_points("1." + "9" * digits) is None


@pytest.mark.parametrize("points", [0, 5, 50, 100, 1234, -5, -1250])
def test_what_is_written_reads_back(points: int):
    assert parse_points(format_points(points)) == points
