"""What is on a page: letters, ruling lines and values of fields, and nothing else."""

import pytest

from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Box, Page
from jiheng.formats.pages.pictured import PicturedPage
from jiheng.formats.pdf import pages_of
from tests.formats.pdf.papers import page, stream, words

WORDS = words("Target reached by every unit")


def read(data: bytes) -> Page:
    (only,) = pages_of(data)
    assert isinstance(only, Page)
    return only


def text(data: bytes) -> str:
    return "".join(glyph.text for glyph in read(data).glyphs)


def lines(data: bytes) -> list[tuple[int, int, int, int]]:
    return [
        (round(each.left), round(each.top), round(each.right), round(each.bottom))
        for each in read(data).rulings
    ]


def test_letters_stand_where_they_are_printed_measured_from_above():
    first = read(page(words("Target", x=20, y=100))).glyphs[0]

    assert first.text == "T"
    left, top, right, bottom = (round(edge, 1) for edge in first.box)
    assert (left, top, right, bottom) == (20.0, 89.4, 27.3, 101.4)


def test_letters_beyond_the_edge_of_the_page_are_left_out():
    assert text(page(WORDS + words("Outside", x=400))) == "Target reached by every unit"


OWN_CODES = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
Z_IS_PRIVATE = stream(
    "begincmap 1 begincodespacerange <00> <FF> endcodespacerange"
    " 1 beginbfchar <5A> <E005> endbfchar endcmap"
)


def test_a_letter_without_a_code_is_kept_and_not_trusted():
    data = page(words("Target 1Z5 reached"), font=OWN_CODES, others=(Z_IS_PRIVATE,))

    unsure = [glyph.text for glyph in read(data).glyphs if glyph.confidence < 1]
    assert (text(data), unsure) == ("Target 1�5 reached", ["�"])


def test_text_without_ink_is_left_out():
    hidden = "3 Tr " + words("Hidden", y=40) + " 0 Tr "

    assert text(page(hidden + WORDS)) == "Target reached by every unit"


def test_a_stroke_is_a_line():
    assert lines(page(f"{WORDS} 0.1 w 10 50 m 110 50 l S")) == [(10, 150, 110, 150)]


def test_a_thin_filled_rectangle_is_a_line():
    assert lines(page(f"{WORDS} 10 50 100 1 re f")) == [(10, 150, 110, 150)]


def test_a_box_is_four_lines():
    assert sorted(lines(page(f"{WORDS} 10 50 100 40 re S"))) == [
        (10, 110, 10, 150),
        (10, 110, 110, 110),
        (10, 150, 110, 150),
        (110, 110, 110, 150),
    ]


def test_a_white_ground_is_no_box():
    assert lines(page(f"1 g 10 50 100 40 re f 0 g {WORDS}")) == []


def test_slanting_lines_and_curves_are_no_rulings():
    assert lines(page(f"{WORDS} 10 50 m 110 90 l S 10 50 m 20 90 80 90 90 50 c S")) == []


def test_what_a_drawing_within_the_page_holds_is_on_the_page():
    inner = "10 10 m 60 10 l S"
    drawing = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 5 5]"
        f" /Length {len(inner)} >>\nstream\n{inner}\nendstream"
    )

    assert lines(page(f"{WORDS} q 2 0 0 2 0 0 cm /X Do Q", others=(drawing,))) == [
        (30, 170, 130, 170)
    ]


def test_a_page_shown_turned_is_read_upright():
    sideways = "q 0 1 -1 0 300 0 cm " + WORDS + " 0.1 w 10 50 m 110 50 l S Q"

    turned = read(page(sideways, extra="/Rotate 90"))
    assert (turned.width, turned.height) == (200, 300)
    assert [(round(r.left), round(r.top)) for r in turned.rulings] == [(10, 250)]


def test_words_printed_sideways_turn_the_page_upright():
    sideways = "q 0 1 -1 0 300 0 cm " + WORDS + " Q"

    glyphs = read(page(sideways)).glyphs
    assert {round(glyph.box[3]) for glyph in glyphs} == {201}


def test_a_page_begins_at_the_corner_of_its_box():
    first = read(page(words("Target", x=120, y=400), box="[100 300 400 500]")).glyphs[0]

    assert (round(first.box[0]), round(first.box[3])) == (20, 101)


FIELD = (
    "<< /Type /Annot /Subtype /Widget /FT /Tx /T (score) /V (98.5) /F 4 /Rect [100 40 160 60] >>"
)


def test_the_value_of_a_field_is_on_the_page():
    filled = read(page(WORDS, extra="/Annots [6 0 R]", others=(FIELD,)))

    value = filled.glyphs[-1]
    assert (value.text, value.box) == ("98.5", (100, 144, 160, 156))


def test_the_value_of_a_hidden_field_is_not():
    hidden = FIELD.replace("/F 4", "/F 2")

    assert "98.5" not in text(page(WORDS, extra="/Annots [6 0 R]", others=(hidden,)))


def test_a_ticked_box_is_told_from_an_empty_one():
    ticked = "<< /Type /Annot /Subtype /Widget /FT /Btn /AS /Yes /F 4 /Rect [10 10 20 20] >>"
    empty = "<< /Type /Annot /Subtype /Widget /FT /Btn /AS /Off /F 4 /Rect [30 10 40 20] >>"

    data = page(WORDS, extra="/Annots [6 0 R 7 0 R]", others=(ticked, empty))
    assert text(data).endswith("☑□")


def test_a_note_is_not_part_of_the_page():
    note = "<< /Type /Annot /Subtype /FreeText /Contents (Remark) /Rect [10 10 90 40] >>"

    assert "Remark" not in text(page(WORDS, extra="/Annots [6 0 R]", others=(note,)))


def sealed(entries: str) -> tuple[Box, ...]:
    """Return the seals on a page with such an annotation."""
    note = f"<< /Type /Annot {entries} >>"
    return read(page(WORDS, extra="/Annots [6 0 R]", others=(note,))).stamps


@pytest.mark.parametrize(
    "entries",
    ["/Subtype /Stamp", "/Subtype /Widget /FT /Sig /V << /Type /Sig >>"],
    ids=["a stamp", "a signature"],
)
def test_a_page_tells_where_it_is_sealed(entries: str):
    assert sealed(f"{entries} /Rect [200 20 280 100]") == ((200, 100, 280, 180),)


@pytest.mark.parametrize(
    "entries",
    [
        "/Subtype /Widget /FT /Sig /Rect [200 20 280 100]",
        "/Subtype /Widget /FT /Sig /V << /Type /Sig >> /Rect [0 0 0 0]",
        "/Subtype /Stamp /F 2 /Rect [200 20 280 100]",
    ],
    ids=["a place to sign", "a signature without a face", "a hidden stamp"],
)
def test_what_shows_no_seal_is_none(entries: str):
    assert sealed(entries) == ()


PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
    " /ColorSpace /DeviceGray /Length 1 >>\nstream\nx\nendstream"
)


def test_a_page_that_is_one_picture_is_told_apart():
    (only,) = pages_of(page("q 300 0 0 200 0 0 cm /X Do Q", others=(PICTURE,)))

    assert only == PicturedPage(number=1, width=300, height=200)


def test_text_laid_invisibly_over_a_scan_does_not_hide_that_it_is_one():
    data = page("q 300 0 0 200 0 0 cm /X Do Q 3 Tr " + WORDS, others=(PICTURE,))

    assert list(pages_of(data)) == [PicturedPage(number=1, width=300, height=200)]


def test_text_under_a_picture_is_not_what_is_seen():
    data = page(f"{WORDS} q 300 0 0 200 0 0 cm /X Do Q", others=(PICTURE,))

    assert list(pages_of(data)) == [PicturedPage(number=1, width=300, height=200)]


def test_text_on_a_picture_is_read():
    assert text(page(f"q 300 0 0 200 0 0 cm /X Do Q {WORDS}", others=(PICTURE,))).startswith("Tar")


def test_text_seen_through_a_picture_is_read():
    veil = PICTURE.replace("/Length", "/SMask 7 0 R /Length")
    half = PICTURE.replace("x", "@")
    data = page(f"{WORDS} q 300 0 0 200 0 0 cm /X Do Q", others=(veil, half))

    assert text(data).startswith("Target")


def test_a_picture_of_too_many_pixels_over_text_is_not_unpacked():
    vast = PICTURE.replace("/Width 1", "/Width 90000")

    with pytest.raises(FormatError) as refused:
        list(pages_of(page(f"{WORDS} q 300 0 0 200 0 0 cm /X Do Q", others=(vast,))))

    assert refused.value.said("zh").startswith("图片有 90000 × 1 像素")


def test_a_small_picture_on_a_page_of_text_is_passed_over():
    assert text(page(f"{WORDS} q 30 0 0 20 0 0 cm /X Do Q", others=(PICTURE,))).startswith("Target")


def test_a_page_without_anything_is_an_empty_page():
    assert read(page("")).glyphs == ()


def test_letters_that_are_cut_away_say_beyond_what_box():
    shown = f"q 15 95 30 20 re W n {words('Target')} Q"

    glyphs = read(page(shown)).glyphs
    assert "".join(each.text for each in glyphs if each.clip is None) == "Targ"
    assert {each.clip for each in glyphs if each.clip} == {(15.0, 85.0, 45.0, 105.0)}


def test_letters_cut_away_beyond_the_page_are_kept():
    assert text(page(f"q 15 95 30 20 re W n {words('Far', y=400)} Q")) == "Far"


def test_an_outline_that_is_no_box_cuts_nothing():
    points = " ".join(f"{x} 90 l {x} 110 l" for x in range(15, 45, 5))

    glyphs = read(page(f"q 15 90 m {points} h W n {words('Target')} Q")).glyphs
    assert [each.clip for each in glyphs] == [None] * 6


def test_letters_say_which_were_drawn_together():
    runs = [each.run for each in read(page(words("ab") + words("c", x=60))).glyphs]

    assert runs[0] == runs[1] != runs[2]
