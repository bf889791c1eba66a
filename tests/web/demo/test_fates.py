"""What becomes of the demonstration's forms, and when."""

from datetime import datetime
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

from jiheng.web.chain.route import load_route
from jiheng.web.demo.fates import LAST_YEAR, NEXT_YEAR, THIS_YEAR, Fates, moments

ZONE = ZoneInfo("Asia/Shanghai")
TODAY = datetime(2026, 11, 20, 10, 0, tzinfo=ZONE)
CLOSED = LAST_YEAR[0].deeds


def test_what_lies_in_the_past_was_done_at_its_usual_time():
    days = moments(CLOSED, 2024, TODAY, Random(1))

    assert (days[0].year, days[0].month) == (2023, 10)
    assert (days[-1].year, days[-1].month) == (2025, 6)


def test_nothing_was_done_later_than_today_nor_out_of_order():
    days = moments(CLOSED, 2026, TODAY, Random(1))

    assert all(before < after for before, after in pairwise(days))
    assert days[-1] < TODAY


def test_what_the_calendar_expects_later_was_done_within_the_last_month():
    days = moments(("begin", "declare", "return-target"), 2027, TODAY, Random(1))

    assert (TODAY - days[-1]).days < 30


def test_everything_is_done_at_the_desk():
    days = moments(CLOSED, 2026, TODAY, Random(1))

    assert {day.weekday() for day in days} <= {0, 1, 2, 3, 4}
    assert all(8 <= day.hour < 19 for day in days)


def test_a_route_without_monitoring_has_no_reports_and_no_adjustments():
    fates = Fates()
    route = load_route("department-approves")
    deeds = {deed for _ in range(60) for year in range(3) for deed in fates.next(year, route).deeds}

    assert not deeds & {"report", "ask-adjustment", "review-target", "recheck", "return-late"}
    assert {"begin", "approve-target", "fill", "return", "review"} <= deeds


def test_fates_go_round():
    fates = Fates()
    route = load_route("common")
    first = [fates.next(2, route) for _ in NEXT_YEAR]

    assert tuple(first) == NEXT_YEAR
    assert fates.next(2, route) == NEXT_YEAR[0]
    assert fates.next(1, route) == THIS_YEAR[0]
