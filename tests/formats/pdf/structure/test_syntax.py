"""Values told apart by their bytes."""

import pytest

from jiheng.formats.errors import FormatError
from jiheng.formats.pdf.structure.syntax import (
    entries_of,
    items_of,
    number,
    reference,
    value_at,
    written,
)


@pytest.mark.parametrize(
    "value",
    [
        b"<</A 1/B[1 2]/C<</D(x)>>>>",
        b"[1 0 R (a) <0aF> /N null -3.5]",
        rb"(a (nested\) one) \( end)",
        b"<</A (>>)/B %>>\n 2>>",
        b"12 0 R",
        b"/Name",
        b"-3.5",
        b"true",
    ],
)
def test_a_value_ends_where_it_ends(value):
    assert value_at(b" %comment\n" + value + b" 7 0 R", 0) == value


def test_a_dictionary_keeps_its_values_as_they_are():
    value = b"<< /Kids [3 0 R\n4 0 R] /Count 2/Title(a\\)b) >>"

    assert entries_of(value) == {
        b"/Kids": b"[3 0 R\n4 0 R]",
        b"/Count": b"2",
        b"/Title": b"(a\\)b)",
    }
    assert entries_of(written(entries_of(value))) == entries_of(value)


def test_a_reference_among_numbers_is_one_value():
    assert items_of(b"[0 12 0 R 7 8 9 0 R]") == [b"0", b"12 0 R", b"7", b"8", b"9 0 R"]


def test_only_a_reference_points():
    assert (reference(b"12 0 R"), reference(b"12"), reference(b"null")) == (12, None, None)


@pytest.mark.parametrize(
    "value",
    [b"", b"<</A 1", b"[1 2", b"(a", b"<0g>", b")", b"[" * 1000, b"<<" * 5000, b"{}"],
)
def test_what_is_no_whole_value_is_told(value):
    with pytest.raises(FormatError):
        value_at(value, 0)


@pytest.mark.parametrize("value", [b"[]", b"<<1 2>>", b"<</A>>", b"null"])
def test_what_is_no_dictionary_is_told(value):
    with pytest.raises(FormatError):
        entries_of(value)


@pytest.mark.parametrize("value", [b"", b"-1", b"1.5", b"9" * 99])
def test_what_is_no_whole_number_is_told(value):
    with pytest.raises(FormatError):
        number(value)


def test_an_array_is_no_dictionary():
    with pytest.raises(FormatError):
        items_of(b"<<>>")
