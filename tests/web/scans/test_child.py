"""What is seen on a scan, whatever way it lies, and what is refused with a reason."""

import pytest
from msgspec.structs import replace
from PIL import Image

from jiheng.web.scans import child, reading
from jiheng.web.scans.child import look_at
from jiheng.web.scans.reading import look_at_apart
from tests.web.city import FORM
from tests.web.scans.papers import CODE, LOCKED, as_file, printed, scanned

PAPER = printed(FORM)


def seen(folder, content: bytes):
    """Return what is seen in a file."""
    path = folder / "scan"
    path.write_bytes(content)
    return look_at(path)


def test_a_printed_form_shows_its_code_and_its_text(tmp_path):
    (page,) = seen(tmp_path, PAPER).pages

    assert page.codes == (CODE,)
    assert "职业技能培训补助" in page.text


@pytest.mark.parametrize("turned", [0, 90, 180, 270, 4])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "PDF"])
def test_a_page_may_lie_as_it_likes(tmp_path, turned, kind):
    (page,) = seen(tmp_path, as_file(scanned(PAPER, turned), kind)).pages

    assert page.codes == (CODE,)
    assert page.text == ""


def test_a_file_of_two_forms_shows_both(tmp_path):
    other = replace(FORM, conclusion="完成")

    pages = seen(tmp_path, printed(FORM, other)).pages

    assert [page.codes[0] == CODE for page in pages] == [True, False]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (LOCKED, "refused.locked"),
        (b"%PDF-1.7\nnothing more", "refused.broken"),
        (PAPER[: len(PAPER) // 2], "refused.broken"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "refused.kind"),
        (as_file(scanned(PAPER), "PNG")[:9000], "refused.broken"),
        (b"PK\x03\x04", "refused.kind"),
        (b"", "refused.kind"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, content, why):
    assert seen(tmp_path, content).refused == why


def test_a_picture_with_too_many_pixels_is_not_unpacked(tmp_path):
    vast = as_file(Image.new("1", (8000, 8000)), "PNG")

    assert seen(tmp_path, vast).refused == "refused.pixels"


def test_a_file_with_too_many_pages_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(child, "MOST_PAGES", 1)

    assert seen(tmp_path, printed(FORM, FORM)).refused == "refused.pages"


def test_a_page_of_any_size_is_drawn_within_the_limit(tmp_path):
    wide = PAPER.replace(b"/MediaBox [0 0 595", b"/MediaBox [0 0 14400")

    assert not seen(tmp_path, wide).refused


def test_another_process_sees_the_same(tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(PAPER)

    assert look_at_apart(path) == look_at(path)


def test_a_process_that_dies_is_a_file_that_is_too_complex(tmp_path, monkeypatch):
    path = tmp_path / "scan.pdf"
    path.write_bytes(PAPER)
    hasty = replace(reading.LOOKING, limits=replace(reading.LOOKING.limits, seconds=0.01))
    monkeypatch.setattr(reading, "LOOKING", hasty)

    assert look_at_apart(path).refused == "refused.too-much"


def test_no_process_is_begun_for_what_is_no_scan(tmp_path, monkeypatch):
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"PK")
    monkeypatch.delattr(reading, "Child")

    assert look_at_apart(path).refused == "refused.kind"
