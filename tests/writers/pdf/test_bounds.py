"""However large a form, the page comes; nothing here may take minutes."""

from msgspec.structs import replace

from tests.writers.forms import WATER
from tests.writers.paper import pages_of
from tests.writers.pdf.forms import printed, with_actual, with_indicators


def test_a_form_of_two_thousand_rows_is_written():
    pages = pages_of(printed(with_indicators(2000)))

    assert len(pages) > 50
    assert "改造第2000段管网" in pages[-1]


def test_a_cell_of_a_hundred_thousand_signs_is_written():
    pages = pages_of(printed(replace(WATER, conclusion="管网改造完成。" * 15_000)))

    assert "".join(pages).count("管网改造完成") > 14_000


def test_a_word_of_a_hundred_thousand_signs_is_written():
    pages = pages_of(printed(with_actual("1" * 100_000)))

    assert "".join(pages).count("1") > 100_000


def test_a_thousand_lines_in_a_cell_are_written():
    pages = pages_of(printed(with_actual("\n".join(f"{number}米" for number in range(1000)))))

    assert "999米" in "".join(pages)
