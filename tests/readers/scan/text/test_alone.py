"""Signs that stand alone in a cell."""

import cv2
from numpy import full, uint8

from jiheng.readers.scan.text.alone import is_alone, told_between
from jiheng.readers.scan.text.lines import HEIGHT
from jiheng.readers.scan.text.spelling import Letter, Look


def seen(text: str, chance: float) -> Look:
    return Look(letters=tuple(Letter(sign, chance, at) for at, sign in enumerate(text)))


def picture(width: int):
    return full((HEIGHT, width), 255, uint8)


def number():
    """Return a picture of 96."""
    paper = picture(70)
    cv2.putText(paper, "96", (8, 38), cv2.FONT_HERSHEY_SIMPLEX, 1.3, (0,), 3, cv2.LINE_AA)
    return paper


def test_an_unsure_sign_is_alone():
    assert is_alone(seen("V", 0.6), 20, 20)


def test_a_sure_letter_is_told_by_itself():
    assert not is_alone(seen("优", 0.999), 20, 20)


def test_a_stroke_is_never_told_by_itself():
    assert is_alone(seen("1", 0.999), 8, 20)


def test_several_letters_tell_one_another():
    assert not is_alone(seen("95", 0.6), 30, 20)


def test_two_level_strokes_beside_a_number_are_a_sign_of_equality():
    sign = picture(40)
    sign[19:22, 8:32] = sign[27:30, 8:32] = 0

    ((best, *_),) = told_between([sign], number(), "96")

    assert (best.text, best.chance > 0.98) == ("=", True)


def test_a_leaning_stroke_beside_a_number_is_no_digit():
    sign = picture(30)
    cv2.line(sign, (8, 40), (20, 8), (0,), 2, cv2.LINE_AA)

    ((best, *_),) = told_between([sign], number(), "96")

    assert best.text == "/"
