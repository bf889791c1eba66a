"""The little markup that text files carry."""

import pytest

from jiheng.readers.text.markup import plain, without_heading_mark


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<B>总 分</B>", "总 分"),
        ("第一行<br/>第二行", "第一行\v第二行"),
        ('<p class="x">一</p><p>二</p>', "一\n二"),
        ("&ge;90% &amp; &#8804;5&nbsp;天", "≥90% & ≤5 天"),
        (r"≥\*\* 1\.5", "≥** 1.5"),
        ("费用<100元且>50元", "费用<100元且>50元"),
        ("&unknown;", "&unknown;"),
        ("\ufeff　 得分 \t", "得分"),
    ],
)
def test_a_cell_loses_its_markup_and_nothing_else(cell: str, text: str):
    assert plain(cell) == text


def test_a_paragraph_that_is_never_closed_keeps_its_text():
    assert plain("<p>一<p>二") == "一二"


def test_a_heading_of_markdown_loses_its_signs():
    assert without_heading_mark("## 自评表") == "自评表"
    assert without_heading_mark("#1 泵站") == "#1 泵站"
