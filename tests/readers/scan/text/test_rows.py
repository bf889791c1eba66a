"""Pieces of ink as lines of text; a line is 20 pixels high here."""

from numpy import array, int32

from jiheng.readers.scan.text.rows import letters_in, line_height, lines_in, texts_in

HEIGHT = 20.0
CELL = (0.0, 0.0, 200.0, 100.0)


def letters(
    *boxes: tuple[int, int, int, int], cell: tuple[float, ...] = CELL
) -> list[tuple[int, ...]]:
    """Return what may be letters among pieces of ink with these boxes."""
    return letters_in(array([(*box, 50) for box in boxes], dtype=int32), cell, HEIGHT)


def boxes(found: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    return [line.box for line in lines_in(found, HEIGHT)]


def test_letters_side_by_side_are_one_line():
    assert boxes(letters((10, 40, 28, 60), (32, 41, 50, 59))) == [(10, 40, 50, 60)]


def test_lines_close_below_one_another_are_two():
    found = letters((10, 20, 28, 40), (32, 20, 50, 43), (10, 42, 28, 62), (32, 44, 50, 62))

    assert boxes(found) == [(10, 20, 50, 43), (10, 42, 50, 62)]


def test_the_strokes_of_one_sign_are_one_line():
    assert boxes(letters((10, 40, 28, 43), (8, 54, 30, 57))) == [(8, 40, 30, 57)]


def test_a_low_wide_piece_alone_is_a_dash():
    (line,) = lines_in(letters((90, 50, 108, 53)), HEIGHT)

    assert line.mark == "—"


def test_a_row_of_dots_is_counted():
    (line,) = lines_in(letters(*((10 + 8 * at, 55, 14 + 8 * at, 59) for at in range(5))), HEIGHT)

    assert line.mark == "....."


def test_dust_alone_is_no_line():
    assert boxes(letters((90, 50, 94, 54))) == []


def test_dust_beside_a_number_is_left_out():
    assert boxes(letters((10, 55, 14, 59), (40, 42, 50, 58), (52, 42, 62, 58))) == [
        (40, 42, 62, 58)
    ]


def test_a_decimal_point_stays():
    assert boxes(letters((40, 42, 50, 58), (52, 54, 55, 58), (57, 42, 67, 58))) == [
        (40, 42, 67, 58)
    ]


def test_the_rest_of_a_ruling_line_is_no_letter():
    assert letters((2, 30, 4, 45), (40, 42, 50, 58)) == [(40, 42, 50, 58)]


def test_a_streak_is_no_letter():
    assert letters((80, 5, 83, 60)) == []


def test_an_upright_stroke_close_to_the_rest_of_its_letter_is_none():
    assert (80, 5, 83, 24) in letters((80, 5, 83, 24), (87, 6, 100, 24))
    assert (80, 5, 83, 24) not in letters((80, 5, 83, 24), (120, 6, 140, 24))


def test_height_is_told_by_the_larger_pieces():
    pieces = array([(0, 0, 20, 20, 9)] * 5 + [(0, 0, 8, 9, 9)] * 4, dtype=int32)

    assert line_height(pieces) == 20


def test_a_page_without_ink_has_no_lines():
    assert line_height(array([], dtype=int32).reshape(0, 5)) == 0


def test_wide_white_parts_two_texts_of_one_line():
    found = texts_in([(10, 10, 30, 30), (35, 10, 55, 30), (150, 10, 170, 30)], HEIGHT)

    assert [text.box for text in found] == [(10, 10, 55, 30), (150, 10, 170, 30)]


def test_a_text_is_one_line_though_a_pen_went_through_it():
    found = texts_in(
        [(10, 12, 30, 32), (35, 12, 55, 32), (60, 2, 70, 42), (75, 30, 80, 33)], HEIGHT
    )

    assert [text.box for text in found] == [(10, 2, 80, 42)]


def test_a_short_dash_is_no_dust():
    (line,) = lines_in(letters((90, 50, 96, 53)), HEIGHT)

    assert line.mark == "-"


def test_a_text_outside_the_tables_over_which_somebody_wrote_is_not_whole():
    words = [(10, 40, 28, 60), (32, 41, 50, 59)]
    pen = (60, 20, 90, 80)

    (written_over,) = texts_in([*words, pen], HEIGHT)
    (apart,) = texts_in([*words, (160, 20, 190, 80)], HEIGHT)

    assert (written_over.box, written_over.is_parted, apart.is_parted) == (
        (10, 40, 50, 60),
        True,
        False,
    )
