import typst
from msgspec import json

from jiheng.writers.pdf.advances import width_of
from jiheng.writers.pdf.lines import broken, count_lines, measured
from jiheng.writers.pdf.typesetter import fonts

LATIN = "".join(map(chr, range(ord(" "), ord("~") + 1)))
MEASURE = b"""
#set text(font: "Noto Serif SC", size: 1000pt)
#context [#metadata(sys.inputs.signs.clusters().map(it => calc.round(measure(it).width.pt()))) <it>]
"""


def lines(text: str, room: float, *, by_words: bool = False) -> list[str]:
    return broken(measured(text, by_words=by_words), room)


def test_our_widths_are_those_of_the_font():
    asked = {"signs": LATIN}
    found = typst.query(
        MEASURE, "<it>", field="value", one=True, sys_inputs=asked, font_paths=fonts()
    )

    assert json.decode(found, type=list[float]) == [round(width_of(sign) * 1000) for sign in LATIN]


def test_prose_breaks_between_ideographs():
    assert lines("外出务工户没有及时缴费", 4) == ["外出务工", "户没有及", "时缴费"]


def test_a_stop_stays_with_the_sign_before_it():
    assert lines("按期完成。已验收", 4) == ["按期完", "成。已验", "收"]


def test_a_number_stays_whole():
    assert lines("改造管网1200公里", 5) == ["改造管网", "1200公里"]


def test_a_blank_at_the_end_of_a_line_takes_no_room():
    assert lines("管网 改造", 2) == ["管网", "改造"]


def test_a_heading_breaks_between_its_words():
    assert lines("可持续影响指标", 6, by_words=True) == ["可持续影响", "指标"]


def test_the_points_of_a_heading_stay_together():
    assert lines("满意度指标 (10分)", 6, by_words=True) == ["满意度指标", "(10分)"]


def test_a_number_too_wide_for_its_cell_breaks_where_it_must():
    assert lines("1234567890", 3) == ["12345", "67890"]


def test_what_follows_a_number_too_wide_goes_on_behind_it():
    assert lines("1234567元", 3) == ["12345", "67元"]


def test_lines_that_the_form_ends_itself_are_kept():
    assert lines("1. 改造管网\n2. 新建水站", 9) == ["1. 改造管网", "2. 新建水站"]


def test_as_many_lines_are_counted_as_there_are():
    text = "改造管网42公里,新建净水站6座。\n已全部验收"

    assert count_lines(measured(text, by_words=False), 6) == len(lines(text, 6))


def test_a_cell_narrower_than_a_sign_holds_one_a_line():
    assert lines("管网", 0.5) == ["管", "网"]
