"""A date against a deadline."""

from datetime import date

import pytest

from jiheng.quantities import due_days, parse


def dates(actual: str, target: str, year: int | None = 2023) -> list[str]:
    """Return the earliest and latest day done, and the strictest and mildest day due, if any."""
    found = due_days(parse(actual), parse(target), year)
    return [date.fromordinal(day).isoformat() for day in found or ()]


def test_a_day_without_year_lies_in_the_year_of_the_form():
    assert dates("7月1日", "9月底前") == ["2023-07-01", "2023-07-01", "2023-09-30", "2023-09-30"]


def test_before_a_month_may_be_before_it_begins_or_ends():
    assert dates("2023年7月", "2023年9月前") == [
        "2023-07-01",
        "2023-07-31",
        "2023-08-31",
        "2023-09-30",
    ]


@pytest.mark.parametrize(
    ("actual", "last"),
    [("1月5日", "2024-01-05"), ("3月", "2024-03-31"), ("4月5日", "2023-04-05")],
)
def test_a_day_without_year_may_be_of_the_quarter_after_the_deadline(actual: str, last: str):
    assert dates(actual, "12月底前")[1] == last


def test_years_are_left_out_where_the_form_has_none():
    assert dates("2023年5月1日", "9月底前", None) == [
        "2024-05-01",
        "2024-05-01",
        "2024-09-30",
        "2024-09-30",
    ]


def test_the_end_of_february_is_its_28th_in_most_years():
    assert dates("2月底", "2月底前")[2:] == ["2023-02-28", "2023-02-28"]


@pytest.mark.parametrize(("actual", "target"), [("95%", "12月底"), ("12月底", "长期")])
def test_what_names_no_day_is_not_compared(actual: str, target: str):
    assert dates(actual, target) == []
