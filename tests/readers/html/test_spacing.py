import pytest

from jiheng.readers.html.spacing import lay_out


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("  指标  值 ", ["指标 值"]),
        ("保障\n   职工", ["保障职工"]),
        ("目标，\n落实", ["目标，落实"]),
        ("完成 5\n人", ["完成 5 人"]),
        ("a\nb", ["a b"]),
        ("≥\xa090", ["≥ 90"]),
        ("\xa0", []),
        ("上\v下", ["上\v下"]),
        ("上 \v\n 下", ["上\v下"]),
        ("一\v\v二", ["一", "二"]),
        ("\v值\v", ["值"]),
        ("保\u00ad障\u200b", ["保障"]),
    ],
)
def test_blanks_and_breaks_print_as_a_browser_prints_them(text: str, paragraphs: list[str]):
    assert lay_out(text) == paragraphs
