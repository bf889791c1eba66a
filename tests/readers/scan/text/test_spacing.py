"""Blanks and the widths of stops, told by white; type is 40 pixels high here, a step 8 wide."""

from numpy import full, uint8

from jiheng.readers.scan.text.columns import Setting
from jiheng.readers.scan.text.spacing import respaced
from jiheng.readers.scan.text.spelling import Letter, Look


def setting(*inked: tuple[int, int]) -> Setting:
    """Return a line with ink in these columns."""
    picture = full((48, 400), 255, uint8)
    for start, end in inked:
        picture[4:44, start:end] = 0
    return Setting(picture=picture, pitch=8, size=40)


def look(*letters: tuple[str, int]) -> Look:
    """Return letters seen at these columns."""
    return Look(letters=tuple(Letter(sign, 1.0, column // 8) for sign, column in letters))


def test_a_stop_with_its_own_white_is_wide():
    text = look(("路", 20), (",", 52), ("长", 100))

    assert respaced(text, text, setting((4, 40), (48, 54), (84, 120))) == "路，长"


def test_a_stop_between_letters_close_by_is_narrow():
    seen = look(("中", 20), ("：", 48), ("财", 76))
    text = look(("中", 20), (":", 48), ("财", 76))

    assert respaced(text, seen, setting((4, 40), (46, 50), (56, 92))) == "中:财"


def test_a_stop_at_the_end_is_as_it_is_seen():
    seen, text = look(("额", 20), ("：", 48)), look(("额", 20), (":", 48))

    assert respaced(text, seen, setting((4, 40), (46, 50))) == "额："


def test_a_stop_that_ends_a_chinese_line_is_wide():
    text = look(("校", 20), (";", 48))

    assert respaced(text, text, setting((4, 40), (46, 50))) == "校；"


def test_white_behind_a_narrow_stop_is_a_blank():
    text = look(("1", 10), (".", 28), ("新", 60))

    assert respaced(text, text, setting((4, 20), (26, 30), (46, 82))) == "1. 新"


def test_a_blank_that_was_seen_without_white_is_none():
    text = look(("1", 10), (".", 28), (" ", 36), ("新", 60))

    assert respaced(text, text, setting((4, 20), (26, 30), (38, 78))) == "1.新"
