"""The published forms written as Markdown tables, and with one cell a line."""

import pytest

from jiheng.pipeline.reading import read_file
from tests.seeds.changing import fields_of
from tests.seeds.seed_files import FILES, needs_seeds, seed
from tests.seeds.test_changed import read

pytestmark = needs_seeds


def as_pipes(line: str) -> str:
    return "| " + line.replace("|", r"\|").replace("\t", " | ") + " |" if "\t" in line else line


def as_cells(line: str) -> str:
    return "\n".join(cell for cell in line.split("\t") if cell.strip())


@pytest.mark.parametrize("shape", [as_pipes, as_cells])
@pytest.mark.parametrize("name", sorted(FILES))
def test_another_shape_of_text_reads_to_the_same_fields(name, shape):
    text = "\n".join(shape(line) for line in seed(name).read_text(encoding="utf-8").split("\n"))
    expected = [fields_of(each.form) for each in read_file(seed(name))]

    assert [fields_of(form) for form in read(text)] == expected
