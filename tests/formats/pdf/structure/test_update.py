"""What is added to a file: its own bytes stay, and all programs see the new ones."""

import re

import pytest

from jiheng.formats.pdf.structure.objects import Objects
from jiheng.formats.pdf.structure.update import Update, stream
from tests.formats.pdf.papers import CATALOGUE, file_of, packed_file_of, with_hidden_objects

PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = "<< /Type /Page /Parent 2 0 R >>"
INFO = "/Info 9 0 R /ID [<aa> <bb>]"
FILES = [
    pytest.param(file_of(CATALOGUE, PAGES, PAGE, trailer=INFO), id="plain"),
    pytest.param(packed_file_of(CATALOGUE, PAGES, PAGE, trailer=INFO), id="packed"),
    pytest.param(with_hidden_objects(file_of(CATALOGUE, PAGES, PAGE), n8="<<>>"), id="hidden"),
]
TURNED = b"<< /Type /Page /Rotate 90 >>"


def changed(data: bytes) -> tuple[bytes, int]:
    """Return a file with its page turned and a new object, and that one's number."""
    update = Update(data, Objects(data).crossing)
    number = update.put(b"(new)")
    update.put(TURNED, 3)
    return data + update.finished(), number


@pytest.mark.parametrize("data", FILES)
def test_new_objects_and_changed_ones_are_found(data):
    after, number = changed(data)

    objects = Objects(after)
    assert objects.resolved(b"%d 0 R" % number) == b"(new)"
    assert objects.resolved(b"3 0 R") == TURNED
    assert objects.resolved(b"2 0 R") == Objects(data).resolved(b"2 0 R")


@pytest.mark.parametrize("data", FILES)
def test_a_file_that_was_added_to_is_added_to_again(data):
    twice, number = changed(changed(data)[0])

    assert Objects(twice).resolved(b"%d 0 R" % number) == b"(new)"
    assert twice.startswith(data)


@pytest.mark.parametrize("data", FILES)
def test_the_table_is_of_the_kind_that_the_file_has(data):
    after, _ = changed(data)

    assert Objects(after).crossing.is_stream is Objects(data).crossing.is_stream


@pytest.mark.parametrize("data", FILES[:2])
def test_what_the_file_says_of_itself_stays_and_its_version_changes(data):
    after, _ = changed(data)

    trailer = Objects(after).crossing.trailer
    assert trailer[b"/Info"] == b"9 0 R"
    assert re.fullmatch(rb"\[<aa> <[0-9a-f]{32}>\]", trailer[b"/ID"])


def test_a_file_without_a_last_line_end_gets_one():
    data = file_of(CATALOGUE, PAGES, PAGE).rstrip()

    assert changed(data)[0][len(data) :].startswith(b"\n4 0 obj")


def test_a_stream_says_how_long_it_is():
    assert stream({b"/A": b"1"}, b"abc") == b"<</A 1\n/Length 3\n>>\nstream\nabc\nendstream"
