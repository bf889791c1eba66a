"""Letters of text objects; all boxes are left, top, right and bottom in millimetres."""

import pytest

from tests.formats.ofd.packages import drawn, millimetres


def text(code: str, attributes: str = "", more: str = "") -> str:
    """Return a text object 10 mm from the left and the top, in type of 4 mm."""
    return f'<ofd:TextObject Boundary="10 10 0 0" Font="9" Size="4" {attributes}>{more}{code}</ofd:TextObject>'


def boxes(objects: str) -> list[tuple[float, ...]]:
    return [millimetres(*glyph.box) for glyph in drawn(objects).glyphs]


def lefts(objects: str) -> list[float]:
    return [box[0] for box in boxes(objects)]


def words(objects: str) -> str:
    return "".join(glyph.text for glyph in drawn(objects).glyphs)


def test_a_letter_stands_on_its_line_in_a_square_of_its_type():
    assert boxes(text('<ofd:TextCode X="2" Y="5">绩</ofd:TextCode>')) == [
        (12.0, 11.48, 16.0, 15.48)
    ]


def test_letters_stand_at_their_distances():
    assert lefts(text('<ofd:TextCode X="0" Y="4" DeltaX="4 5">绩效表</ofd:TextCode>')) == [
        10,
        14,
        19,
    ]


def test_equal_distances_may_be_counted():
    code = '<ofd:TextCode X="0" Y="4" DeltaX="g 2 4 5">绩效评价</ofd:TextCode>'

    assert lefts(text(code)) == [10, 14, 18, 23]


def test_the_last_distance_goes_on_where_there_are_too_few():
    assert lefts(text('<ofd:TextCode X="0" Y="4" DeltaX="5">绩效表</ofd:TextCode>')) == [10, 15, 20]


def test_without_distances_letters_stand_side_by_side():
    assert lefts(text('<ofd:TextCode X="0" Y="4">得9分</ofd:TextCode>')) == [10, 14, 16]


def test_without_distances_letters_follow_the_direction_of_reading():
    found = boxes(text('<ofd:TextCode X="0" Y="4">产出</ofd:TextCode>', 'ReadDirection="90"'))

    assert [box[:2] for box in found] == [(10, 10.48), (10, 14.48)]


def test_a_letter_turned_by_a_quarter_lies_on_its_side():
    turned = text('<ofd:TextCode X="0" Y="4">9</ofd:TextCode>', 'CharDirection="90"')
    upright = text('<ofd:TextCode X="0" Y="20">得分</ofd:TextCode>')

    assert boxes(turned + upright)[0] == (9.52, 14.0, 13.52, 16.0)


def test_the_matrix_of_an_object_moves_and_scales_its_letters():
    found = boxes(text('<ofd:TextCode X="2" Y="4">绩</ofd:TextCode>', 'CTM="0.5 0 0 0.5 1 0"'))

    assert found == [(12.0, 10.24, 14.0, 12.24)]


def test_letters_may_be_pressed():
    found = boxes(text('<ofd:TextCode X="0" Y="4" DeltaX="2">绩效</ofd:TextCode>', 'HScale="0.5"'))

    assert [box[2] - box[0] for box in found] == [2, 2]


def test_a_letter_is_as_wide_as_the_way_to_the_next_one():
    found = boxes(text('<ofd:TextCode X="0" Y="4" DeltaX="2.4 9">985</ofd:TextCode>'))

    assert [(box[0], box[2]) for box in found] == [(10, 12.4), (12.4, 14.4), (21.4, 23.4)]


def test_the_last_letter_ends_where_its_object_ends():
    code = '<ofd:TextCode X="0" Y="4" DeltaX="2">98</ofd:TextCode>'
    objects = f'<ofd:TextObject Boundary="10 10 4.3 5" Size="4">{code}</ofd:TextObject>'

    assert boxes(objects)[-1][2] == 14.3


def test_distances_are_those_between_glyphs_where_two_letters_are_one():
    joined = '<ofd:CGTransform CodePosition="1" CodeCount="2" GlyphCount="1"><ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform>'
    page = drawn(text('<ofd:TextCode X="0" Y="4" DeltaX="3 2">Wifi</ofd:TextCode>', more=joined))

    assert [(glyph.text, millimetres(glyph.box[0])) for glyph in page.glyphs] == [
        ("W", (10.0,)),
        ("if", (13.0,)),
        ("i", (15.0,)),
    ]


def test_glyphs_are_counted_through_all_texts_of_an_object():
    joined = '<ofd:CGTransform CodePosition="3" CodeCount="2" GlyphCount="1"><ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform>'
    codes = (
        '<ofd:TextCode X="0" Y="4">甲乙</ofd:TextCode><ofd:TextCode X="0" Y="9">Wifi</ofd:TextCode>'
    )

    assert [glyph.text for glyph in drawn(text(codes, more=joined)).glyphs] == [*"甲乙W", "if", "i"]


def test_a_text_without_a_place_begins_where_the_one_before_began():
    codes = '<ofd:TextCode X="3" Y="4">绩效</ofd:TextCode><ofd:TextCode Y="9">评价</ofd:TextCode>'

    assert lefts(text(codes)) == [13, 17, 13, 17]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        (r"得\0020分", "得 分"),
        (r"得\3000分", "得\u3000分"),
        (r"D:\2023\1月", r"D:\2023\1月"),
        ("\n      得分\n    ", "得分"),
        ("得&lt;分", "得<分"),
    ],
)
def test_blanks_may_be_escaped_and_line_ends_are_not_text(written: str, seen: str):
    assert words(text(f'<ofd:TextCode X="0" Y="4">{written}</ofd:TextCode>')) == seen


@pytest.mark.parametrize(
    "attributes",
    [
        'Visible="false"',
        'Alpha="0"',
        'Fill="false"',
        'CTM="0.7 -0.7 0.7 0.7 0 20"',
        'CTM="1 0 0 1 -50 0"',
    ],
)
def test_text_without_ink_aslant_or_off_the_page_is_not_seen(attributes: str):
    assert words(text('<ofd:TextCode X="0" Y="4">草稿</ofd:TextCode>', attributes)) == ""


def test_outlined_text_is_seen():
    code = '<ofd:TextCode X="0" Y="4">标题</ofd:TextCode>'

    assert words(text(code, 'Fill="false" Stroke="true"')) == "标题"


def test_a_letter_of_a_fonts_own_is_not_trusted():
    page = drawn(text('<ofd:TextCode X="0" Y="4">共十分之一不可认得&#xE005;分</ofd:TextCode>'))

    assert [glyph.confidence for glyph in page.glyphs[-2:]] == [0.0, 1.0]
