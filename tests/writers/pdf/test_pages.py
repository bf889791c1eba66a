import re

import pytest
from msgspec.structs import replace

from jiheng.model.form import Form, Goal
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout import lay_out
from jiheng.writers.pdf import write_pdf
from tests.writers.forms import ROADS, WATER
from tests.writers.paper import (
    crossed,
    fonts_of,
    height_of,
    pages_of,
    scanned,
    sizes_of,
    type_sizes,
)
from tests.writers.pdf.forms import laid, printed, with_actual, with_indicators
from tests.writers.test_every_layout import EVERY_LAYOUT, FULL_OR_EMPTY

pytestmark = pytest.mark.no_cover

UPRIGHT, WIDE = (210, 297), (297, 210)


@EVERY_LAYOUT
@FULL_OR_EMPTY
def test_every_layout_keeps_an_ordinary_form_on_one_page(form: Form, layout: Layout):
    pdf = write_pdf((lay_out(form, layout),))

    assert sizes_of(pdf) == [WIDE if layout.is_wide else UPRIGHT]


@EVERY_LAYOUT
@FULL_OR_EMPTY
def test_no_line_of_the_table_cuts_a_sign(form: Form, layout: Layout):
    assert crossed(write_pdf((lay_out(form, layout),))) == []


@pytest.mark.parametrize("form", [ROADS, WATER], ids=["roads", "water"])
def test_the_same_form_gives_the_same_bytes(form: Form):
    assert printed(form) == printed(form)


def test_the_file_holds_its_fonts():
    assert fonts_of(printed(WATER)) == {"NotoSansSC-Regular": True, "NotoSerifSC-Regular": True}


def test_a_sign_that_the_chinese_fonts_lack_is_set_in_another_that_is_held_too():
    fonts = fonts_of(printed(with_actual("⩾42公里")))

    assert len(fonts) == 3
    assert all(fonts.values())


def test_a_short_form_is_set_in_the_size_of_official_forms():
    assert 10.5 in type_sizes(printed(WATER))


def test_a_longer_form_is_set_smaller_and_stays_on_its_page():
    pdf = printed(with_indicators(28))

    assert len(pages_of(pdf)) == 1
    assert max(type_sizes(pdf) - {18.0, 12.0}) < 10.5


def test_a_form_too_long_for_one_page_is_set_in_a_size_that_can_be_read():
    assert 9.0 in type_sizes(printed(with_indicators(90)))


def test_the_headings_stand_on_every_page():
    pages = pages_of(printed(with_indicators(90)))

    assert len(pages) > 2
    assert all("三级指标年度指标值(A)实际完成值(B)" in page for page in pages)


def test_the_headings_are_not_repeated_over_what_follows_the_indicators():
    conclusion = "项目按计划完成。" * 1500
    pages = pages_of(printed(replace(WATER, conclusion=conclusion)))

    assert len(pages) > 1
    assert ["三级指标" in page for page in pages] == [True] + [False] * (len(pages) - 1)


def test_sentences_that_go_over_pages_begin_side_by_side_at_the_top():
    goal = Goal(expected="改造管网。" * 150, actual="新建水站。" * 1500)
    pdf = printed(replace(WATER, goal=goal))

    assert height_of(pdf, "改造管网。改造") == height_of(pdf, "新建水站。新建")


def test_the_pages_of_a_form_are_counted():
    pages = pages_of(write_pdf((laid(WATER), laid(with_indicators(60)))))

    numbers = [re.findall("第.页，共.页", page) for page in pages]
    assert numbers == [[], ["第1页，共3页"], ["第2页，共3页"], ["第3页，共3页"]]


def test_a_single_page_has_no_number():
    (page,) = pages_of(printed(WATER))

    assert "第1页" not in page


def test_the_headings_stand_once_on_a_single_page():
    (page,) = pages_of(printed(WATER))

    assert page.count("三级指标") == 1


def test_rows_on_further_pages_are_whole():
    assert crossed(printed(with_indicators(90))) == []


def test_a_number_is_made_smaller_rather_than_broken():
    (page,) = pages_of(printed(with_actual("1234567890.25元")))

    assert max(type_sizes(printed(with_actual("1234567890.25元"))) - {18.0, 12.0}) < 10.5
    assert "1234567890.25元" in page


def test_each_form_of_a_file_begins_on_a_page_of_its_own():
    pages = pages_of(write_pdf((laid(ROADS), laid(WATER))))

    assert ["农村公路养护" in page for page in pages] == [True, False]
    assert ["农村饮水安全" in page for page in pages] == [False, True]


def test_a_wide_form_lies_beside_an_upright_one():
    wide = replace(WATER, layout="chongqing-2022")

    assert sizes_of(write_pdf((laid(WATER), laid(wide)))) == [UPRIGHT, WIDE]


def test_the_check_code_is_read_and_scanned_at_the_foot_of_every_page():
    pdf = printed(with_indicators(90))

    code = laid(with_indicators(90)).code
    assert all(f"校验码{code}" in page for page in pages_of(pdf))
    assert scanned(pdf) == [code] * len(pages_of(pdf))


def test_each_form_of_a_file_has_its_own_code():
    both = (laid(ROADS), laid(WATER))

    assert scanned(write_pdf(both)) == [both[0].code, both[1].code]


def test_a_form_without_a_code_has_nothing_at_its_foot():
    pdf = write_pdf((replace(laid(WATER), code=None),))

    assert scanned(pdf) == []
    assert "校验码" not in pages_of(pdf)[0]


def test_unit_and_date_stand_side_by_side():
    pdf = printed(WATER)

    assert round(height_of(pdf, "单位(盖章)")) == round(height_of(pdf, "填报日期"))


def test_a_unit_that_leaves_no_room_for_the_date_has_it_below():
    pdf = printed(replace(WATER, reporting_unit="临江县农村饮水安全巩固提升工程建设管理中心" * 2))

    assert height_of(pdf, "填报日期") < height_of(pdf, "单位(盖章)") - 9


def test_what_was_printed_on_several_pages_is_not_set_small():
    pdf = printed(replace(with_indicators(28), layout="recheck-2025"))

    assert len(pages_of(pdf)) > 1
    assert min(type_sizes(pdf) - {8.0}) == 9.0
