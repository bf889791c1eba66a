"""Objects and pages of whole files, however their tables are written."""

import pytest

from jiheng.formats.errors import FormatError
from jiheng.formats.pdf.structure.objects import Objects
from tests.formats.pdf.papers import (
    CATALOGUE,
    file_of,
    packed,
    packed_file_of,
    with_hidden_objects,
)

PAGES = "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 3 >>"
FIRST = "<< /Type /Page /Parent 2 0 R /Rotate 90 >>"
BRANCH = "<< /Type /Pages /Parent 2 0 R /Kids [5 0 R 6 0 R] /Count 2 >>"
SECOND = "<< /Type /Page /Parent 4 0 R /Annots 7 0 R >>"
THIRD = "<< /Type /Page /Parent 4 0 R >>"
NOTES = "[8 0 R]"
FILE = (CATALOGUE, PAGES, FIRST, BRANCH, SECOND, THIRD, NOTES)


@pytest.mark.parametrize("made", [file_of, packed_file_of])
def test_the_pages_come_in_their_order(made):
    pages = list(Objects(made(*FILE)).pages())

    assert [page.number for page in pages] == [3, 5, 6]
    assert pages[0].entries[b"/Rotate"] == b"90"


@pytest.mark.parametrize("made", [file_of, packed_file_of])
def test_what_is_pointed_to_is_found(made):
    objects = Objects(made(*FILE))

    assert objects.resolved(b"7 0 R") == b"[8 0 R]"
    assert objects.resolved(b"99 0 R") == b"null"


def test_objects_hidden_from_old_programs_are_found_as_word_writes_them():
    data = with_hidden_objects(file_of(*FILE), n8="<< /Type /Annot >>")

    assert Objects(data).dictionary(b"8 0 R") == {b"/Type": b"/Annot"}
    assert [page.number for page in Objects(data).pages()] == [3, 5, 6]


def test_a_later_table_counts_before_an_earlier_one():
    data = file_of(*FILE)
    before = int(data.split(b"startxref")[1].split()[0])
    place = len(data)
    data += b"3 0 obj\n<< /Type /Page /Rotate 180 >>\nendobj\n"
    start = len(data)
    data += b"xref\n3 1\n%010d 00000 n \ntrailer\n<< /Prev %d >>\n" % (place, before)
    data += b"startxref\n%d\n%%%%EOF" % start

    assert next(Objects(data).pages()).entries[b"/Rotate"] == b"180"


def broken(data: bytes, *change: tuple[bytes, bytes]) -> bytes:
    for old, new in change:
        assert old in data
        data = data.replace(old, new)
    return data


PLAIN, PACKED = file_of(*FILE), packed_file_of(*FILE)
START = PLAIN.split(b"startxref")[1].split()[0]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"junk" + PLAIN, id="begins with something else"),
        pytest.param(PLAIN[:-30], id="cut short"),
        pytest.param(broken(PLAIN, (b"%%EOF", b"")), id="without its last words"),
        pytest.param(broken(PLAIN, (b"startxref\n", b"startxref\n9")), id="starts nowhere"),
        pytest.param(broken(PLAIN, (b"/Root 1 0 R", b"/Root 1 0 R /Prev " + START)), id="ring"),
        pytest.param(broken(PLAIN, (b"/Root 1 0 R", b"/Root 1 0 R /Prev 9")), id="no table before"),
        pytest.param(broken(PLAIN, (b"xref\n0 8", b"xref\n1 8")), id="numbers off by one"),
        pytest.param(broken(PLAIN, (b"xref\n0 8", b"xref\n0 9")), id="a row too few"),
        pytest.param(broken(PLAIN, (b"xref\n0 8", b"xref\nzero")), id="no section"),
        pytest.param(broken(PLAIN, (b"[3 0 R 4 0 R]", b"[3 0 R 2 0 R]")), id="pages in a ring"),
        pytest.param(broken(PLAIN, (b"[3 0 R 4 0 R]", b"[3 0 R <<>> ]")), id="page in place"),
        pytest.param(broken(PLAIN, (b"/Pages 2 0 R", b"/Pages 9 9 R")), id="no pages"),
        pytest.param(broken(PACKED, (b"/W [1 2 1]", b"/W [1 2]  ")), id="table of two columns"),
        pytest.param(broken(PACKED, (b"/W [1 2 1]", b"/W [0 0 0]")), id="table of no width"),
        pytest.param(broken(PACKED, (b"/Predictor 12", b"/Predictor 2 ")), id="other predictor"),
        pytest.param(broken(PACKED, (b"/Columns 4", b"/Columns 5")), id="other columns"),
        pytest.param(broken(PACKED, (b"/FlateDecode", b"/ASCIIHexDec")), id="other packing"),
        pytest.param(broken(PACKED, (b"stream\nx", b"stream\ny")), id="broken packing"),
        pytest.param(broken(PACKED, (b"/First ", b"/Fist  ")), id="container without a head"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_told(data):
    with pytest.raises(FormatError, match="内部结构不合规范"):
        list(Objects(data).pages())


def test_references_in_a_ring_are_told():
    objects = Objects(file_of(*FILE[:6], "8 0 R", "7 0 R"))

    with pytest.raises(FormatError):
        objects.resolved(b"7 0 R")


def test_a_stream_that_unpacks_without_end_is_told():
    data = b"%PDF-1.7\n"
    start = len(data)
    data += packed(1, "/Type /XRef /Size 2 /W [1 2 1]", bytes(65 << 20))
    data += b"startxref\n%d\n%%%%EOF" % start

    with pytest.raises(FormatError):
        Objects(data)
