"""Write, read, equal; write again, same bytes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jiheng.model.check_code import check_code
from jiheng.model.form import Form, Source
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.docx import write_docx
from jiheng.writers.html import write_html
from jiheng.writers.layout import LaidOut, lay_out
from jiheng.writers.official import official
from jiheng.writers.text import write_lines, write_markdown, write_text
from jiheng.writers.xlsx import write_xlsx
from tests.writers.forms import ROADS, WATER

Write = Callable[..., bytes]

NOWHERE = Source(path="", format="", part="", index=1, sha256="")
ON_PAPER = [write_docx, write_xlsx, write_html]
EVERY = [*ON_PAPER, write_text, write_markdown, write_lines]


def laid_out(form: Form) -> LaidOut:
    return lay_out(form, load_layout(form.layout or ""))


def read_back(data: bytes) -> tuple[Form, ...]:
    return tuple(content(form) for form in recognise(open_document(Path("自评表"), data)))


def content(form: Form) -> Form:
    return replace(form, id="", source=NOWHERE, cells={})


def without_shared_methods(form: Form) -> Form:
    """Text has no tall cells: a method that rows share is read for the first of them."""
    second = replace(form.indicators[1], method=None)
    return replace(form, indicators=(form.indicators[0], second, *form.indicators[2:]))


@pytest.mark.parametrize("write", ON_PAPER)
def test_the_form_of_guyuan_comes_back_as_it_was(write: Write):
    assert read_back(write(laid_out(ROADS))) == (content(ROADS),)


@pytest.mark.parametrize("write", [write_text, write_markdown])
def test_the_form_of_guyuan_comes_back_from_text(write: Write):
    assert read_back(write(laid_out(ROADS))) == (content(without_shared_methods(ROADS)),)


@pytest.mark.parametrize("write", EVERY)
def test_the_form_of_liupanshui_comes_back_as_it_was(write: Write):
    assert read_back(write(laid_out(WATER))) == (content(WATER),)


@pytest.mark.parametrize("write", EVERY)
def test_several_forms_in_one_file_come_back_in_order(write: Write):
    forms = read_back(write(laid_out(WATER), laid_out(ROADS), laid_out(WATER)))

    assert [form.title for form in forms] == [WATER.title, ROADS.title, WATER.title]


@pytest.mark.parametrize("write", EVERY)
def test_the_form_that_was_read_is_written_with_the_same_bytes(write: Write):
    first = write(laid_out(WATER))

    (form,) = recognise(open_document(Path("自评表"), first))

    assert write(laid_out(form)) == first


@pytest.mark.parametrize("write", ON_PAPER)
def test_the_check_code_at_the_foot_is_no_note_and_comes_back_as_the_same_code(write: Write):
    laid = official(ROADS, load_layout("guyuan-2024"))

    (form,) = recognise(open_document(Path("自评表"), write(laid)))

    assert (form.notes, check_code(form)) == (ROADS.notes, laid.code)


@pytest.mark.parametrize("write", EVERY)
def test_text_that_looks_like_markup_comes_back_as_text(write: Write):
    form = replace(WATER, conclusion='按<b>计划</b>完成 & "优" | \\*以上* &lt;')

    assert read_back(write(laid_out(form)))[0].conclusion == form.conclusion


@pytest.mark.parametrize("write", EVERY)
def test_control_characters_are_left_out(write: Write):
    form = replace(WATER, conclusion="按计划\x00完\x1b成")

    assert read_back(write(laid_out(form)))[0].conclusion == "按计划完成"


@pytest.mark.parametrize("write", [write_docx, write_xlsx, write_html])
@given(text=st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_whatever_a_reason_says_the_file_opens_and_holds_the_form(write: Write, text: str):
    wordy = replace(WATER.indicators[0], reason=text)
    form = replace(WATER, indicators=(wordy, *WATER.indicators[1:]))

    (again,) = read_back(write(laid_out(form)))

    assert again.indicators[1:] == WATER.indicators[1:]
