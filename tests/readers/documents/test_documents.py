"""Each document here is read as its expected.yaml, written by eye, says."""

from pathlib import Path

import pytest
import yaml

from jiheng.readers.opening import open_document
from tests.readers.documents.build import CASES, load, seen


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_document_is_seen_as_a_person_sees_it(case: Path):
    expected = yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))

    assert seen(open_document(case, load(case))) == expected
