"""Spoilt documents end in forms or in a sentence: the few that every run has time for."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.test_commands import form
from tests.fuzz.edits import NASTY, edit_lists, in_bytes, in_package, in_page, in_rows
from tests.fuzz.originals import CORNER_PACKAGES, CORNER_PAGES, FORMS, PACKAGES, PAGES, TEXTS
from tests.fuzz.trial import complaints

quick = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@quick
@given(name=st.sampled_from(sorted(TEXTS)), edits=edit_lists)
def test_spoilt_rows(tmp_path: Path, name: str, edits):
    assert complaints(in_rows(TEXTS[name], edits), ".txt", tmp_path) == []


@quick
@given(name=st.sampled_from(sorted(PAGES)), edits=edit_lists)
def test_spoilt_pages(tmp_path: Path, name: str, edits):
    assert complaints(in_page(PAGES[name], edits), ".html", tmp_path) == []


@quick
@given(name=st.sampled_from(sorted(PACKAGES)), edits=edit_lists)
def test_spoilt_packages(tmp_path: Path, name: str, edits):
    assert complaints(in_package(PACKAGES[name], edits), Path(name).suffix, tmp_path) == []


@quick
@given(name=st.sampled_from(sorted(FORMS)), edits=edit_lists)
def test_spoilt_bytes(tmp_path: Path, name: str, edits):
    assert complaints(in_bytes(FORMS[name], edits), Path(name).suffix, tmp_path) == []


@quick
@given(name=st.sampled_from(sorted(CORNER_PACKAGES)), edits=edit_lists)
def test_spoilt_rare_packages(tmp_path: Path, name: str, edits):
    assert complaints(in_package(CORNER_PACKAGES[name], edits), ".docx", tmp_path) == []


@quick
@given(name=st.sampled_from(sorted(CORNER_PAGES)), edits=edit_lists)
def test_spoilt_rare_pages(tmp_path: Path, name: str, edits):
    assert complaints(in_page(CORNER_PAGES[name], edits), ".html", tmp_path) == []


@pytest.mark.parametrize("name", sorted(FORMS))
def test_unspoilt_forms(tmp_path: Path, name: str):
    assert complaints(FORMS[name], Path(name).suffix, tmp_path) == []


ROWS = [line.split("\t") for line in form().splitlines()]
WIDTH = max(len(row) for row in ROWS)


def with_column(column: int, text: str) -> str:
    """Return the form with the cells of one column made from this text and their own (``@``)."""
    put = (
        [*row[:column], text.replace("@", row[column]), *row[column + 1 :]]
        if len(row) > column
        else row
        for row in ROWS
    )
    return "\n".join("\t".join(row) for row in put)


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("{}", id="alone"),
        pytest.param("@{}", id="behind", marks=pytest.mark.fuzz),
        pytest.param("{}@", id="before", marks=pytest.mark.fuzz),
    ],
)
def test_a_nasty_text_in_every_column(tmp_path: Path, text: str, cell: str):
    put = cell.replace("{}", text)
    spoilt = "\n".join(with_column(column, put) for column in range(1, WIDTH))

    assert complaints(spoilt.encode(), ".txt", tmp_path) == []
