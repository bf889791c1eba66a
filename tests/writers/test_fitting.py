"""A form on its paper: one page where the printed original has one, and no number broken."""

from msgspec.structs import replace

from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import lay_out
from jiheng.writers.layout.fitting import fitted
from jiheng.writers.official import official
from tests.writers.forms import ROADS, WATER

LIUPANSHUI = load_layout("liupanshui-2023")
PAIRS = ((ROADS, load_layout("guyuan-2024")), (WATER, LIUPANSHUI))
TEXT_WIDTH = 10206


def test_a_short_form_is_set_in_large_letters_on_one_page():
    fit = fitted(official(WATER, LIUPANSHUI))

    assert (fit.size, fit.is_whole) == (21, True)


def test_a_longer_form_is_set_smaller_to_stay_on_its_page():
    longer = replace(WATER, indicators=WATER.indicators * 4)

    fit = fitted(official(longer, LIUPANSHUI))

    assert fit.size < 21
    assert fit.is_whole


def test_a_form_that_would_be_too_small_to_read_goes_over_pages():
    endless = replace(WATER, indicators=WATER.indicators * 20)

    fit = fitted(official(endless, LIUPANSHUI))

    assert (fit.size, fit.is_whole) == (18, False)


def test_columns_are_as_wide_as_printed_where_everything_fits():
    laid = lay_out(replace(WATER, indicators=WATER.indicators[:1]), load_layout("national-2020"))

    widths = fitted(laid).widths

    assert abs(widths[3] * sum(laid.widths) - 21 * TEXT_WIDTH) < 60 * sum(laid.widths)


def test_a_column_grows_until_its_longest_number_fits():
    first = replace(WATER.funds.lines[0], initial_budget="123456789.01")
    form = replace(WATER, funds=replace(WATER.funds, lines=(first, *WATER.funds.lines[1:])))

    fit = fitted(lay_out(form, LIUPANSHUI))

    assert fit.widths[3] >= 12 * fit.size * 5


def test_the_table_never_becomes_wider_than_the_page():
    for_roads, for_water = (fitted(lay_out(*each)).widths for each in PAIRS)

    assert TEXT_WIDTH - 20 <= sum(for_roads) <= TEXT_WIDTH
    assert TEXT_WIDTH - 20 <= sum(for_water) <= TEXT_WIDTH


def test_a_tall_cell_makes_room_for_its_text():
    words = "没有完成的原因是连续降雨，工期顺延，已经与施工单位商定补救措施。" * 4
    form = replace(
        WATER, indicators=(replace(WATER.indicators[0], reason=words), *WATER.indicators[1:])
    )

    plain, wordy = fitted(lay_out(WATER, LIUPANSHUI)), fitted(lay_out(form, LIUPANSHUI))

    assert wordy.heights[11] > 3 * min(plain.heights)
