"""The published forms written as Word, Excel and web files read back to the same fields."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from jiheng.model.form import Form, Source
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import lay_out
from jiheng.writers.xlsx import write_xlsx
from tests.seeds.seed_files import FILES, needs_seeds, seed

pytestmark = needs_seeds

Write = Callable[..., bytes]

NOWHERE = Source(path="", format="", part="", index=1, sha256="")


def fields(form: Form) -> Form:
    """Return what the form says; where it stood and what was unclear there is left out."""
    return replace(form, id="", source=NOWHERE, cells={}, doubts=())


@pytest.mark.parametrize("write", [write_docx, write_xlsx, write_html])
@pytest.mark.parametrize("name", sorted(FILES))
def test_a_published_form_reads_the_same_in_another_format(name: str, write: Write):
    forms = recognise(open_document(seed(name)))
    laid = [lay_out(form, load_layout(form.layout or "")) for form in forms]

    again = recognise(open_document(Path("自评表"), write(*laid)))

    assert [fields(form) for form in again] == [fields(form) for form in forms]
