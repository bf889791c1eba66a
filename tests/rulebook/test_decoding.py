"""What is said of a data file that a decoder refused."""

from typing import Literal

import msgspec
import pytest

from jiheng.audit.waivers import WaiverRule
from jiheng.rulebook.decoding import fault_of
from jiheng.rulebook.messages import worded


class Waivers(msgspec.Struct, forbid_unknown_fields=True):
    waive: tuple[WaiverRule, ...] = ()


def said(text: str) -> tuple[str, str]:
    with pytest.raises(ValueError, match=r".") as refused:
        msgspec.toml.decode(text.encode("gbk"), type=Waivers)
    told = fault_of(refused.value)
    return worded(told), worded(told, "en")


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("[[waive]]\ncode = 1", "waive[0].code 应为文字", "should be a text"),
        ('[[waive]]\ncode = "AR01"', "waive[0] 缺少 project", "lacks project"),
        ('waiver = "x"', "没有 waiver 这一项", "has no waiver"),
        ('waive = "x', "没有写完", "not written to the end"),
        ("waive == 1", "第 1 行的写法不对", "line 1 is not written rightly"),
        ('waive = 1\nby = "业务科"', "第 2 行不是 UTF-8", "line 2 is not UTF-8"),
    ],
)
def test_it_names_the_place_and_what_belongs_there(text: str, chinese: str, english: str):
    in_chinese, in_english = said(text)

    assert chinese in in_chinese
    assert english in in_english


class Colour(msgspec.Struct):
    name: Literal["red", "green"]


def test_a_word_that_is_none_of_those_allowed_is_named():
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.yaml.decode(b"name: blue", type=Colour)

    assert worded(fault_of(refused.value)) == "name 不能写“blue”"


def test_what_no_pattern_knows_is_told_without_the_decoders_words():
    assert worded(fault_of(ValueError("something odd")), "en") == "not written rightly"
