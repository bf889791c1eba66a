"""Word lists and what they make of values without a number."""

import pytest

from jiheng.quantities import normalise, parse
from jiheng.rulebook import words


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("已完成", "met"),
        ("全部完成年度目标任务", "met"),
        ("达到预期指标值。", "met"),
        ("基本达成", "met"),
        ("部分实现", "partly"),
        ("未全部完成", "partly"),
        ("未完成", "unmet"),
        ("未开展", "unmet"),
        ("未达到预期指标且效果较差", "unmet"),
    ],
)
def test_a_completion_phrase_names_its_tier(text: str, tier: str):
    value = parse(text)

    assert (value.kind, value.tier) == ("tier", tier)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("按时完成", "norm"),
        ("符合采购管理规定", "norm"),
        ("进一步规范管理", "qualitative"),
        ("群众获得感增强", "qualitative"),
        ("优秀", "qualitative"),
        ("全体在册低保对象", "scope"),
        ("辖区内退休人员", "scope"),
        ("张三李四", "text"),
    ],
)
def test_words_are_a_norm_a_quality_or_a_scope(text: str, kind: str):
    assert parse(text).kind == kind


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("＞＝ 95 ％", "≥95%"),
        ("≥=95%", "≥95%"),
        ("= | 100 | %", "=100%"),
        ("100 | % | =", "=100%"),
        ("大于等于 | 95 | %", "大于等于95%"),
        ("≥ | 30 | 40", "≥;30;40"),
        ("0.2元/人\n*月", "0.2元/人*月"),
        ("10萬元", "10万元"),
        (r"≥\*\*人", "≥**人"),
        ("<>5", "<>5"),
    ],
)
def test_normalised_text_has_one_spelling(text: str, plain: str):
    assert normalise(text) == plain


def test_no_unit_is_listed_twice():
    listed = words.units()
    spellings = [spelling for unit in listed.units for spelling in (unit.unit, *unit.also)]
    spellings += listed.counted.split()

    assert sorted(spellings) == sorted(set(spellings))


def test_a_word_list_with_an_unknown_key_is_refused():
    with pytest.raises(words.WordsError, match=r"units\.yaml"):
        words.decode("units.yaml", b"scales: {}\nunits: []\ncounted: ''\ncolour: red", words.Units)
