"""The clock by which everything that is done gets its time."""

from datetime import UTC, datetime

from jiheng.web import clock

THEN = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)


def test_it_is_now_unless_something_else_is_told():
    with clock.at(THEN):
        told = clock.now()

    assert told == THEN
    assert clock.now() > THEN


def test_what_is_told_within_a_tale_ends_with_it():
    with clock.at(THEN):
        with clock.at(datetime(2023, 1, 1, tzinfo=UTC)):
            pass
        told = clock.now()

    assert told == THEN
