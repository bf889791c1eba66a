"""What the network sees, step by step, as spellings with their chances."""

import pytest

from jiheng.readers.scan.text.spelling import Step, first_look, folded, spellings


def strip(*steps: str) -> tuple[Step, ...]:
    """Return a strip; a step is ``"8 0.9, 6 0.1"``, and ``_`` is no sign."""
    return tuple(_step(step) for step in steps)


def _step(text: str) -> Step:
    signs, chances = zip(*(each.split() for each in text.split(", ")), strict=True)
    return Step(tuple("" if sign == "_" else sign for sign in signs), tuple(map(float, chances)))


def test_a_sign_that_goes_on_is_one():
    assert first_look(strip("9 1", "9 1", "_ 1", "5 1")).text == "95"


def test_a_sign_twice_has_nothing_between():
    assert first_look(strip("1 1", "_ 1", "1 1")).text == "11"


def test_the_first_look_is_as_sure_as_its_least_sure_letter():
    look = first_look(strip("9 1", "_ 1", "5 0.7, 6 0.3"))

    assert (look.text, look.chance) == ("95", 0.7)


def test_a_letter_counts_by_its_surest_step():
    assert first_look(strip("9 0.6, _ 0.4", "9 0.9, _ 0.1")).chance == 0.9


def test_spellings_come_with_the_likeliest_first():
    best, second = spellings(strip("9 1", "_ 1", "5 0.7, 6 0.3"))

    assert (best.text, second.text) == ("95", "96")
    assert (best.chance, second.chance) == (pytest.approx(0.7), pytest.approx(0.3))


def test_the_ways_to_one_spelling_add_up():
    (one, *_) = spellings(strip("9 0.5, _ 0.5", "9 0.5, _ 0.5"))

    assert (one.text, one.chance) == ("9", pytest.approx(0.75))


def test_signs_that_look_alike_are_taken_for_one():
    (step,) = folded(strip("O 0.6, 0 0.3, 8 0.1"), {"O": "0"})

    assert step == Step(("0", "8"), (pytest.approx(0.9), 0.1))
