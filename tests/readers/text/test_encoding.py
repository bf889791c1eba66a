"""Texts come in UTF-8, in UTF-16 with a mark, or in GB18030."""

import pytest

from jiheng.formats.errors import FormatError
from jiheng.readers.text.encoding import decode


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_a_text_reads_the_same_in_every_encoding(codec: str):
    assert decode("项目名称\t乡村道路".encode(codec)) == "项目名称\t乡村道路"


def test_a_text_that_changes_its_encoding_half_way_is_refused():
    with pytest.raises(FormatError, match="既不是 UTF-8 也不是 GB18030"):
        decode("项目名称".encode() + b"\xff\xff\xff")


def test_what_is_full_of_control_characters_is_no_text():
    with pytest.raises(FormatError, match="大量控制字符"):
        decode(b"\x01\x02 abc")


def test_a_single_control_character_is_forgiven():
    assert decode(b"\x1b" + b"a" * 200) == "\x1b" + "a" * 200
