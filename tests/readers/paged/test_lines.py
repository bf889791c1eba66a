"""The lines of a cell become its text again: what was broken goes on, what was ended ends."""

import pytest

from tests.readers.paged.printing import letters, printed, table, texts

WIDTHS = (60.0, 64.0)
"""Room for six Chinese letters in the second cell."""


def cell(text: str) -> str:
    (((_, read),),) = texts(printed(table(("原因", text), widths=WIDTHS)))
    return read


@pytest.mark.parametrize(
    ("printed_lines", "read"),
    [
        ("连续降雪工程\n停工", "连续降雪工程停工"),
        ("全年支出123\n456.78元", "全年支出123456.78元"),
        ("Windows \nServer", "Windows Server"),
        ("共采购office\nsuite五套", "共采购office suite五套"),
        ("降雪。\n明年完工。", "降雪。\n明年完工。"),
        ("降雪,停工\n2.已复工", "降雪,停工\n2.已复工"),
        ("降雪后工程停\n工\n\n已复工", "降雪后工程停工\n已复工"),
        ("已完\n全部设备安装\n到位", "已完\n全部设备安装到位"),
    ],
    ids=["full", "number", "blank", "words", "stop", "item", "empty-line", "early"],
)
def test_lines_are_joined_or_kept_apart(printed_lines: str, read: str):
    assert cell(printed_lines) == read


def test_centred_words_set_in_two_lines_are_one():
    glyphs, lines = table(("\n", ""), widths=(100, 50))
    words = (*letters("偏差原因", 80, 62), *letters("及措施", 85, 74))

    assert texts(printed(((*glyphs, *words), lines))) == [[["偏差原因及措施", ""]]]


def test_words_printed_upright_one_sign_a_line_are_one():
    (((side, _),),) = texts(printed(table(("绩\n效\n指\n标", "值"), widths=(20, 50))))

    assert side == "绩效指标"


def test_words_turned_upward_are_read_upward():
    signs = [letters(sign, 55, 110 - at * 12)[0] for at, sign in enumerate("绩效指标")]
    _, lines = table(("", ""), ("^", ""), ("^", ""), ("^", ""), widths=(20, 50))

    ((first, *_),) = texts(printed((tuple(signs), lines)))
    assert first == ["绩效指标", ""]


def test_a_letter_drawn_twice_to_look_bold_is_one():
    twice = [*letters("优", 55, 62), *letters("优", 55.3, 62)]
    _, lines = table(("", ""), widths=(40, 40))

    assert texts(printed((tuple(twice), lines))) == [[["优", ""]]]


def test_fields_far_apart_on_a_line_are_parted_by_blanks():
    line = (*letters("单位:水务局", 50, 40), *letters("日期:2025", 250, 40))

    assert texts(printed(line)) == ["单位:水务局  日期:2025"]


def test_a_gap_that_programs_set_between_chinese_and_numbers_is_no_blank():
    line = (*letters("完成", 50, 40), *letters("42", 72.5, 40), *letters("公里", 85, 40))

    assert texts(printed(line)) == ["完成42公里"]


def test_a_note_broken_over_the_page_is_one_paragraph():
    first = letters("注:" + "每项得分以分值为限" * 4 + "如果", 50, 300)
    second = letters("没有完成的请说明原因。", 50, 312)

    assert texts(printed(first, second)) == [
        "注:每项得分以分值为限每项得分以分值为限每项得分以分值为限每项得分以分值为限如果没有完成的请说明原因。"
    ]


def test_a_title_and_the_year_below_it_are_two_lines():
    assert texts(
        printed(letters("项目支出绩效自评表", 150, 30), letters("(2024年度)", 170, 50))
    ) == [
        "项目支出绩效自评表",
        "(2024年度)",
    ]
