import pytest

from jiheng.formats.paragraph_ends import mark_paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "完成制卡。\n开展培训",
        "完成制卡；\n开展培训",
        "目标如下：\n完成制卡",
        "是否完成？\n已完成",
        "“完成。”\n其余顺延",
        "第一\n2.完成制卡",
        "第一\n2、完成制卡",
        "第一\n（2）完成制卡",
        "第一\n(12)完成制卡",
        "第一\n2)完成制卡",
        "第一\n二、完成制卡",
        "第一\n（十一）完成制卡",
        "第一\n②完成制卡",
        "第一\n目标2：完成制卡",
        "第一\n第二，完成制卡",
    ],
)
def test_a_line_end_after_a_stop_or_before_an_item_ends_a_paragraph(text: str):
    assert mark_paragraphs(text) == text


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        ("全年实\n际值", "全年实\v际值"),
        ("不超过\n2.5万元", "不超过\v2.5万元"),
        ("截至\n2024年底", "截至\v2024年底"),
        ("保障，\n落实", "保障，\v落实"),
        ("共\n二十人", "共\v二十人"),
    ],
)
def test_any_other_line_end_only_wraps(text: str, wrapped: str):
    assert mark_paragraphs(text) == wrapped


def test_a_blank_line_ends_a_paragraph_and_vanishes():
    assert mark_paragraphs("一段\n \n另一段") == "一段\n另一段"


def test_line_ends_at_the_edges_vanish():
    assert mark_paragraphs("\n指标值\n\n") == "指标值"


def test_line_ends_of_other_systems_count_as_well():
    assert mark_paragraphs("产出\r\n指标\r（分）") == "产出\v指标\v（分）"
