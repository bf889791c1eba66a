"""Zip files of which a few parts change."""

import io
import zipfile

import pytest

from jiheng.writers.inplace.errors import Unwritable
from jiheng.writers.inplace.repack import repack
from tests.writers.annotated.margins import packed

PARTS = {
    "[Content_Types].xml": b"types",
    "word/document.xml": b"old " * 99,
    "word/media/1.png": b"\x89PNG",
}


def packed_as(method: int = zipfile.ZIP_DEFLATED, *, streamed: bool = False) -> bytes:
    """Return a zip file; a streamed one tells sizes behind the parts, as many programs do."""
    target = io.BytesIO()
    with zipfile.ZipFile(Unseekable(target) if streamed else target, "w", method) as archive:
        for name, content in PARTS.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 3, 5, 10, 20, 30)), content, method)
        archive.comment = "用户的附注".encode()
    return target.getvalue()


class Unseekable(io.RawIOBase):
    """A stream that only goes forward."""

    def __init__(self, target: io.BytesIO) -> None:
        self._target = target

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:
        return self._target.write(data)


def opened(data: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return archive


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_changed_part_holds_the_new_content_and_the_others_their_bytes(method, streamed):
    before = packed_as(method, streamed=streamed)

    after = repack(before, {"word/document.xml": b"new"}, {})

    archive = opened(after)
    assert archive.read("word/document.xml") == b"new"
    assert archive.getinfo("word/document.xml").flag_bits == 0
    assert {name for name, raw in packed(after).items() if raw == packed(before)[name]} == {
        "[Content_Types].xml",
        "word/media/1.png",
    }


def test_parts_stay_in_order_and_new_ones_come_last():
    after = repack(packed_as(), {"word/document.xml": b"new"}, {"word/comments.xml": b"notes"})

    assert opened(after).namelist() == [*PARTS, "word/comments.xml"]


def test_date_and_attributes_of_a_changed_part_stay():
    before = packed_as()

    after = repack(before, {"word/document.xml": b"new"}, {})

    was, now = (opened(data).getinfo("word/document.xml") for data in (before, after))
    assert (now.date_time, now.external_attr, now.create_system) == (
        was.date_time,
        was.external_attr,
        was.create_system,
    )


def test_the_note_of_the_whole_file_stays():
    assert opened(repack(packed_as(), {}, {})).comment.decode() == "用户的附注"


def test_nothing_changed_gives_the_same_bytes():
    before = packed_as()

    assert repack(before, {}, {}) == before


def test_what_stands_before_the_first_part_is_left_out_and_the_parts_are_found():
    after = repack(b"#!before\n" + packed_as(), {"word/document.xml": b"new"}, {})

    assert opened(after).read("word/media/1.png") == b"\x89PNG"


def test_names_that_differ_in_case_are_the_same_part():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("Word/Document.XML", b"old")
        archive.writestr("附件/说明.txt", b"x")

    after = repack(target.getvalue(), {"word/document.xml": b"new"}, {})

    assert opened(after).read("Word/Document.XML") == b"new"
    assert opened(after).namelist() == ["Word/Document.XML", "附件/说明.txt"]


def test_an_entry_of_the_large_kind_is_refused():
    before = packed_as()
    at = before.rindex(b"PK\1\2")
    extra = b"\1\0\x08\0" + before[at + 42 : at + 46] + bytes(4)
    name_end = at + 46 + len("word/media/1.png")
    end = before.rindex(b"PK\5\6")
    size = int.from_bytes(before[end + 12 : end + 16], "little") + len(extra)
    large = b"".join(
        (
            before[: at + 30],
            len(extra).to_bytes(2, "little"),
            before[at + 32 : at + 42],
            b"\xff\xff\xff\xff",
            before[at + 46 : name_end],
            extra,
            before[name_end : end + 12],
            size.to_bytes(4, "little"),
            before[end + 16 :],
        )
    )

    with pytest.raises(Unwritable, match="zip64"):
        repack(large, {}, {})
