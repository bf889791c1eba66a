"""The files of examples/ are those that tools/make_examples.py builds, and they read back."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from jiheng.model.audit import Audit
from jiheng.model.form import Form, Source
from jiheng.pipeline.run import audit_paths
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from tools.make_examples import HERE, main, read_example, to_form

EXAMPLES = HERE.parent / "examples"
SOURCES = sorted((HERE / "examples").glob("*.yaml"))
FORM_FILES = sorted(path for path in EXAMPLES.iterdir() if path.suffix != ".md")
NOWHERE = Source(path="", format="", part="", index=1, sha256="")


def fields(form: Form) -> Form:
    """Return what the form says, without the methods, which text holds for the first row only."""
    indicators = tuple(replace(indicator, method=None) for indicator in form.indicators)
    return replace(form, id="", source=NOWHERE, cells={}, doubts=(), indicators=indicators)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_an_example_reads_to_the_form_that_it_was_made_from(source: Path):
    example = read_example(source)

    forms = recognise(open_document(EXAMPLES / example.file))

    expected = [to_form(draft, example.layout) for draft in example.forms]
    assert [fields(form) for form in forms] == [fields(form) for form in expected]


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_checks_find_in_an_example_what_was_broken_in_it(source: Path):
    example = read_example(source)

    audits = [entry.audit for entry in audit_paths((EXAMPLES / example.file,)).entries]

    assert [told(audit) for audit in audits] == [list(draft.found) for draft in example.forms]


def told(audit: Audit) -> list[str]:
    """Return the codes of the errors and doubts, each once."""
    return sorted({finding.code for finding in audit.findings if finding.severity != "info"})


def test_the_examples_are_current(tmp_path: Path):
    main(tmp_path)

    built = {path.name: open_document(path).blocks for path in tmp_path.iterdir()}
    assert built == {path.name: open_document(path).blocks for path in FORM_FILES}
