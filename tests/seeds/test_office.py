"""The published forms after LibreOffice opened and saved our Word and Excel files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.pipeline.given import given_forms
from jiheng.pipeline.reading import ReadForm
from jiheng.pipeline.writing import official_form
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.xlsx import write_xlsx
from tests.seeds.seed_files import FILES, needs_seeds, seed
from tests.seeds.test_formats import fields
from tests.writers.office import (
    converted,
    needs_office,
    page_count,
    without_properties,
    without_results,
)

pytestmark = needs_seeds

Write = Callable[..., bytes]


def read(name: str) -> tuple[ReadForm, ...]:
    return given_forms(seed(name))


def alone(read: ReadForm, write: Write) -> bytes:
    return write(official_form(read, None).laid)


def form_in(data: bytes) -> Form:
    (form,) = recognise(open_document(Path("自评表"), data))
    return fields(form)


def said(forms: tuple[ReadForm, ...]) -> list[Form]:
    """Return what the forms say; a file does not say which rules they fall under."""
    return [replace(fields(each.form), pack=None) for each in forms]


@pytest.mark.parametrize("write", [write_docx, write_xlsx, write_html])
@pytest.mark.parametrize("name", sorted(FILES))
def test_each_official_form_with_code_and_formulas_reads_the_same(name: str, write: Write):
    forms = read(name)

    again = [form_in(alone(each, write)) for each in forms]

    assert again == said(forms)


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "write"), [("docx", write_docx), ("xlsx", write_xlsx)])
@pytest.mark.parametrize("name", sorted(FILES))
def test_it_does_so_after_an_office_saved_it(name: str, suffix: str, write: Write):
    forms = read(name)
    files = {f"{at:02}.{suffix}": alone(each, write) for at, each in enumerate(forms)}

    saved = converted(files, suffix)

    again = [form_in(without_properties(data)) for data in saved.values()]
    assert again == said(forms)


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FILES))
def test_an_office_works_out_the_printed_scores(name: str):
    forms = read(name)
    files = {
        f"{at:02}.xlsx": without_results(alone(each, write_xlsx)) for at, each in enumerate(forms)
    }

    again = [form_in(data) for data in converted(files, "xlsx").values()]

    assert again == said(forms)


@pytest.mark.parametrize("write", [write_docx, write_xlsx, write_html])
@pytest.mark.parametrize("name", sorted(FILES))
def test_writing_a_published_form_twice_gives_the_same_bytes(name: str, write: Write):
    first, again = (alone(read(name)[0], write) for _ in range(2))

    assert first == again


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FILES))
def test_an_office_prints_each_published_form_on_one_page(name: str):
    files = {f"{at:02}.docx": alone(each, write_docx) for at, each in enumerate(read(name))}

    pages = [page_count(data) for data in converted(files, "pdf").values()]

    assert set(pages) == {1}
