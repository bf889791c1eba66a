"""Every field of the published forms, against what a careful reader sees in them."""

import pytest

from jiheng.audit.cells import text_at
from jiheng.pipeline.reading import read_file
from jiheng.rulebook.headings import without_blanks
from tests.seeds.seed_files import EXPECTED, FILES, needs_seeds, seed
from tests.seeds.transcript import transcripts

pytestmark = needs_seeds


@pytest.fixture(scope="module", params=sorted(FILES))
def published(request):
    return request.param, tuple(read.form for read in read_file(seed(request.param)))


def test_every_field_reads_as_a_careful_reader_sees_it(published):
    name, forms = published

    assert transcripts(forms, name) == (EXPECTED / f"{name}.txt").read_text(encoding="utf-8")


def test_every_value_stands_in_the_line_that_its_cell_names(published):
    name, forms = published
    lines = seed(name).read_text(encoding="utf-8").splitlines()
    strayed = [
        (form.id, path)
        for form in forms
        for path, cell in form.cells.items()
        if cell.line is None or without_blanks(cell.text)[:12] not in _line(lines, cell.line)
    ]

    assert strayed == []


def _line(lines: list[str], number: int) -> str:
    return without_blanks(lines[number - 1].replace("\\", "").replace("<p>", ""))


def test_an_empty_field_has_a_place_too(published):
    _, forms = published
    missing = [
        (form.id, number)
        for form in forms
        for number, row in enumerate(form.indicators)
        if row.reason is None and form.cells[f"indicators[{number}].reason"].text != ""
    ]

    assert missing == []


def test_what_a_cell_holds_is_where_the_value_comes_from(published):
    _, forms = published
    paths = ("name", "target", "actual", "weight", "score", "reason")
    foreign = [
        (form.id, path)
        for form in forms
        for number in range(len(form.indicators))
        for field in paths
        if (value := text_at(form, path := f"indicators[{number}].{field}"))
        and without_blanks(value) not in without_blanks(form.cells[path].text)
    ]

    assert foreign == []


def test_there_are_fourteen_forms_and_137_indicators():
    forms = [read.form for name in FILES for read in read_file(seed(name))]

    assert [len(forms), sum(len(form.indicators) for form in forms)] == [14, 137]
