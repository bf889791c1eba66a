"""The published forms as PDF and as the OFD twins of these read the same, every field."""

from pathlib import Path

import pytest

from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.official import official
from jiheng.writers.pdf import write_pdf
from tests.seeds.seed_files import FILES, needs_seeds, seed
from tests.writers.ofd.test_twins import fields, seen, twin


@needs_seeds
@pytest.mark.parametrize("name", sorted(FILES))
def test_the_published_forms_read_the_same_from_pdf_and_from_ofd(name: str):
    forms = recognise(open_document(seed(name)))
    pdf = write_pdf(tuple(official(form, load_layout(form.layout or "")) for form in forms))
    as_pdf = open_document(Path("自评表.pdf"), pdf)
    as_ofd = open_document(Path("自评表.ofd"), twin(pdf))

    assert seen(as_ofd) == seen(as_pdf)
    assert list(map(fields, recognise(as_ofd))) == list(map(fields, recognise(as_pdf)))
