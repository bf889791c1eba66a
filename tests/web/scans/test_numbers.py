"""The numbers of a text layer held against those of the form."""

import pytest
from msgspec.structs import replace

from jiheng.corpus.generator import sample
from jiheng.pipeline.reading import with_pack
from jiheng.pipeline.writing import official_form
from jiheng.web.scans.child import look_at
from jiheng.web.scans.numbers import numbers_apart
from jiheng.writers.pdf import write_pdf
from tests.web.city import FORM
from tests.web.scans.papers import printed


def text_of(folder, pdf: bytes) -> str:
    """Return the text layer of a PDF."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    return "\n".join(page.text for page in look_at(path).pages)


def with_actual(actual: str):
    """Return the form with another number of people trained."""
    first, *others = FORM.indicators
    return replace(FORM, indicators=(replace(first, actual=actual), *others))


def test_the_paper_of_a_form_has_all_its_numbers(tmp_path):
    apart = numbers_apart(FORM, text_of(tmp_path, printed(FORM)))

    assert (apart.lacking, apart.surplus) == ((), ())


@pytest.mark.parametrize("form", list(sample(12, 31)), ids=lambda form: f"{form.layout} {form.id}")
def test_the_paper_of_any_layout_has_all_its_numbers(tmp_path, form):
    pdf = write_pdf((official_form(with_pack(form), None).laid,))

    assert numbers_apart(form, text_of(tmp_path, pdf)).lacking == ()


def test_a_number_that_differs_is_told_with_its_cell(tmp_path):
    apart = numbers_apart(FORM, text_of(tmp_path, printed(with_actual("1280人"))))

    (lacking,) = apart.lacking
    assert lacking.number == "1260"
    assert "indicators[0].actual" in lacking.paths
    assert apart.surplus == ("1280",)


def test_a_number_that_stands_elsewhere_too_is_missed_at_its_place():
    apart = numbers_apart(FORM, "30 30 50 50")

    assert ("10", (3, 0)) in [(each.number, each.times) for each in apart.lacking]


def test_thousands_may_be_parted_and_digits_may_be_wide():
    form = with_actual("12,600人")
    apart = numbers_apart(form, "１２６００人")

    assert "12600" not in [each.number for each in apart.lacking]


def test_a_number_that_a_narrow_cell_broke_is_no_difference():
    apart = numbers_apart(with_actual("86870000人"), "86870\n000人")

    assert "86870000" not in [each.number for each in apart.lacking]
