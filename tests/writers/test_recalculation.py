"""What a spreadsheet program works out from our formulas is what the form prints."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from jiheng.corpus.generator import sample
from jiheng.model.form import Form
from jiheng.pipeline.reading import with_pack
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.official import official
from jiheng.writers.xlsx import write_xlsx
from tests.writers.forms import ROADS, WATER
from tests.writers.office import converted, needs_office, without_results

pytestmark = [pytest.mark.no_cover, needs_office, pytest.mark.slow]

MADE_UP = tuple(sample(26, 3))


def excel(form: Form) -> bytes:
    layout = load_layout(form.layout or "")
    return write_xlsx(official(form, layout, with_pack(form, None).pack))


def values_in(data: bytes) -> list[object]:
    sheet = load_workbook(BytesIO(data), data_only=True).worksheets[0]
    return [_plain(cell.value) for row in sheet.iter_rows() for cell in row]


def _plain(value: object) -> object:
    return round(value, 8) if isinstance(value, float) else value


@pytest.fixture(scope="module")
def recalculated() -> dict[str, bytes]:
    forms = {"roads": ROADS, "water": WATER} | {f"made-{n}": f for n, f in enumerate(MADE_UP)}
    emptied = {f"{name}.xlsx": without_results(excel(form)) for name, form in forms.items()}
    return converted(emptied, "xlsx")


@pytest.mark.parametrize("name", ["roads", "water"])
def test_the_scores_of_a_form_are_worked_out_as_printed(name: str, recalculated):
    printed = excel({"roads": ROADS, "water": WATER}[name])

    assert values_in(recalculated[name]) == values_in(printed)


@pytest.mark.parametrize("number", range(len(MADE_UP)))
def test_so_are_those_of_every_layout(number: int, recalculated):
    printed = excel(MADE_UP[number])

    assert values_in(recalculated[f"made-{number}"]) == values_in(printed)
