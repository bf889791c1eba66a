import re

import pytest
from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.pdf import write_pdf
from tests.writers.forms import ROADS, WATER
from tests.writers.paper import crossed, pages_of
from tests.writers.pdf.forms import laid, printed, with_actual, with_indicators
from tests.writers.test_every_layout import EVERY_LAYOUT, FULL_OR_EMPTY


def without_blanks(text: str) -> str:
    return "".join(text.split())


def texts(form: LaidOut) -> set[str]:
    around = (*form.before, *form.after)
    return {without_blanks(item.text) for item in (*form.grid.cells, *around)}


@EVERY_LAYOUT
@FULL_OR_EMPTY
def test_the_page_says_what_every_cell_and_line_says(form: Form, layout: Layout):
    table = lay_out(form, layout)

    (page,) = pages_of(write_pdf((table,)))
    assert {text for text in texts(table) if text not in page} == set()


def test_nothing_is_lost_over_many_pages():
    form = with_indicators(90)

    pages = "".join(pages_of(printed(form)))
    assert {item.name for item in form.indicators if item.name not in pages} == set()


def test_a_text_longer_than_a_page_is_all_there():
    reason = "".join(f"第{number}处阀门待换。" for number in range(400))
    first, *others = WATER.indicators
    form = replace(WATER, indicators=(replace(first, reason=reason), *others))
    heading = "一级指标二级指标三级指标年度指标值(A)实际完成值(B)分值得分未完成原因分析"
    foot = rf"校验码{laid(form).code}第\d+页，共\d+页"

    pages = "".join(pages_of(printed(form))).replace(heading, "")
    body = re.sub(foot, "", pages)
    assert all(f"第{number}处" in body for number in range(400))


def test_the_method_of_many_rows_is_all_there_and_cut_by_no_line():
    method = "按完成比例计分,超过部分不加分,没有资料的不计分。" * 8
    shared = tuple(replace(item, method=method) for item in ROADS.indicators)
    form = replace(ROADS, indicators=shared)

    pdf = printed(form)
    assert method in pages_of(pdf)[0]
    assert crossed(pdf) == []


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        '#import "@preview/cetz:0.3.0"',
        "#panic()",
        "*_粗_* `码` $x^2$ @某人 <标签>",
        "= 标题 - 一 + 二 / 三: 四",
        "\\ \\n \\u{41} ~ -- --- ...",
        "// 注 /* 释 */",
        'he said "42"; it\'s',
        "]}) #] #} #)",
        '{"forms": []}',
    ],
)
def test_a_text_is_printed_as_it_stands_and_never_obeyed(text: str):
    (page,) = pages_of(printed(replace(WATER, conclusion=text)))

    assert without_blanks(text) in page


def test_a_title_is_never_obeyed_either():
    (page,) = pages_of(printed(replace(WATER, title="#sys.version $x$")))

    assert "#sys.version$x$" in page


def test_control_characters_are_left_out():
    (page,) = pages_of(printed(with_actual("4\x002\x07公里")))

    assert "42公里" in page


@pytest.mark.parametrize(
    "text",
    [
        "7" * 180,
        "https://example.org/" + "a" * 120,
        "。" * 90,
        "(" * 90,
        "长\u2060" * 90,
        "长\u00a0" * 90,
        "W" * 90,
        "🙂" * 60,
    ],
    ids=["digits", "address", "stops", "brackets", "joined", "no-break", "broad", "unknown"],
)
def test_a_text_without_any_place_to_break_it_stays_in_its_cell(text: str):
    assert crossed(printed(with_actual(text))) == []


def test_digits_broken_over_lines_are_all_there():
    (page,) = pages_of(printed(with_actual("7" * 180)))

    assert "7" * 180 in page
