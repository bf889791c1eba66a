"""Nothing is remembered: forms with other numbers, names and columns read just as well."""

import random

import pytest

from jiheng.model.document import Document
from jiheng.pipeline.reading import read_file
from jiheng.readers.recognise import recognise
from jiheng.readers.text import read_text
from tests.seeds.changing import changed, changed_form, fields_of, moved
from tests.seeds.seed_files import FILES, needs_seeds, seed

pytestmark = needs_seeds


def read(text: str):
    blocks = read_text(text.encode())
    return recognise(Document(path="改动.txt", format="text", sha256="0" * 64, blocks=blocks))


@pytest.mark.parametrize("dice", range(5))
@pytest.mark.parametrize("name", sorted(FILES))
def test_changed_forms_read_to_the_changed_fields(name, dice):
    lines = seed(name).read_text(encoding="utf-8").split("\n")
    turn = random.Random(dice)
    text = "\n".join(moved(changed(line), turn) for line in lines)
    expected = [changed_form(each.form) for each in read_file(seed(name))]

    assert [fields_of(form) for form in read(text)] == expected


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_number_is_left_as_it_was(name):
    text = seed(name).read_text(encoding="utf-8")

    assert changed("≤8687万元") != "≤8687万元"
    assert changed(text) != text
