"""How sure a line is."""

import pytest

from jiheng.readers.scan.text.spelling import Letter, Look
from jiheng.readers.scan.text.sureness import sureness


def line(text: str, unsure: str) -> Look:
    """Return a line that is sure but for one sign."""
    return Look(
        letters=tuple(Letter(s, 0.7 if s == unsure else 1.0, at) for at, s in enumerate(text))
    )


def test_a_letter_in_words_is_told_by_those_beside_it():
    assert sureness(line("养护里程", "里")) > 0.98


def test_a_digit_in_words_is_told_by_nothing():
    assert sureness(line("养护里程369公里", "6")) == pytest.approx(0.7)


def test_short_words_are_as_sure_as_their_letters():
    assert sureness(line("优良", "良")) == pytest.approx(0.7)


def test_nothing_is_surely_nothing():
    assert sureness(Look(letters=())) == 1
