"""A masked name is found in a file however it is hidden there; nothing else is."""

import pytest

from jiheng.pipeline.publication.needles import Needles
from jiheng.pipeline.publication.scanning import leaks

HIDDEN = Needles(("王建国", "李芳", "13800000000", "520102199001011234"))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", "<p>王建国</p>"),
        ("a.html", "<p>王 建 国</p>"),
        ("a.html", "<p>王&nbsp;建&#22269;</p>"),
        ("a.html", "<p>&amp;#29579;建国</p>"),
        ("a.html", "<p>王<b>建</b>国</p>"),
        ("a.html", "<p>王<!-- x -->建国</p>"),
        ("a.html", "<p>王<b>&#24314;</b>国</p>"),
        ("a.html", '<td title="经办：王建国">—</td>'),
        ("a.html", '<a href="?q=%E7%8E%8B%E5%BB%BA%E5%9B%BD">查</a>'),
        ("a.html", "<p>电话１３８－００００－００００</p>"),
        ("a.html", "<p>138 0000 0000</p>"),
        ("a.html", "<!-- 138.0000.0000 -->"),
        ("a.json", '{"contact": "\\u738b\\u5efa\\u56fd"}'),
        ("a.json", '{"contact": "王\\n建\\t国"}'),
        ("a.js", 'window.x = "\\u{738b}建国";'),
        ("a.js", 'window.x = "\\x31\\x33800000000";'),
        ("a.csv", '"王\u200b建\u200b国"'),
        ("a.css", "/* 王·建·国 */"),
        ("cards/王建国.html", ""),
        ("a.txt", "身份证 520102 19900101 1234"),
        ("a.html", "<svg><text><tspan>李</tspan><tspan>芳</tspan></text></svg>"),
    ],
)
def test_a_hidden_name_or_number_is_found(path, text):
    assert list(leaks([(path, text.encode())], HIDDEN))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", "<td>王建</td><td>国家</td>"),
        ("a.html", "<p>王建，国家</p>"),
        ("a.json", '["王建", "国"]'),
        ("a.csv", '"王建","国"'),
        ("a.html", "<p>金额 9138000000001 元</p>"),
        ("a.html", "<p>×××</p>"),
        ("a.js", "const a = '138';"),
    ],
)
def test_what_only_looks_like_it_is_not(path, text):
    assert list(leaks([(path, text.encode())], HIDDEN)) == []


def test_a_leak_is_told_with_file_line_and_surroundings():
    text = "<html>\n<p>好</p>\n<p>由李 芳负责</p>\n"

    (leak,) = leaks([("cards/a.html", text.encode())], HIDDEN)

    assert (leak.path, leak.line, leak.text) == ("cards/a.html", 3, "李芳")
    assert "负责" in leak.around


def test_where_a_name_was_released_it_may_stand():
    text = "<p>李芳路小学修缮</p>".encode()

    assert list(leaks([("a.html", text)], HIDDEN, ("李芳路小学",))) == []


def test_it_may_stand_only_there():
    text = "<p>李芳路小学修缮，李芳</p>".encode()

    assert len(list(leaks([("a.html", text)], HIDDEN, ("李芳路小学",)))) == 1


def test_every_file_is_looked_at():
    files = [(f"{at}.html", "李芳".encode()) for at in range(5)]

    assert [each.path for each in leaks(files, HIDDEN)] == [f"{at}.html" for at in range(5)]
