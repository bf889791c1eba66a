"""Forms printed, pictured and read: what their sums settle, and what they must leave wrong."""

import cv2
import pytest
from msgspec.structs import replace
from numpy import asarray, uint8

from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.generator import sample
from jiheng.corpus.scanning import Sheet, scanned, sheets
from jiheng.formats.pages.page import Ruling
from jiheng.model.document import Document
from jiheng.model.form import Form
from jiheng.pipeline.run import audit_paths
from jiheng.readers.recognise import recognise
from jiheng.readers.scan.leaf import Leaf
from jiheng.readers.scan.matrices import nothing
from jiheng.readers.scan.reading import read_leaves
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import lay_out
from jiheng.writers.pdf import write_pdf

LAYOUT = "national-2018"


@pytest.fixture(scope="module")
def form() -> Form:
    """Return a form whose total, 96.22, is the sum of its scores."""
    return next(sample(1, 7, LAYOUT, None, rules=scored_by_rules))


def printed(form: Form) -> Sheet:
    return sheets(write_pdf((lay_out(form, load_layout(LAYOUT)),)))[0]


def with_score(form: Form, score: str) -> Form:
    """Return the form with another score in its second row."""
    first, second, *rest = form.indicators
    return replace(form, indicators=(first, replace(second, score=score), *rest))


def with_total(form: Form, score: str) -> Form:
    return replace(form, total=replace(form.total, score=score))


def read(*sheets: Sheet) -> Form:
    """Return the form that is read where several were printed on one sheet of paper."""
    page = asarray(sum(asarray(each.picture, float) for each in sheets) / len(sheets), dtype=uint8)
    lines = (tuple(side * sheets[0].scale for side in line) for line in sheets[0].rulings)
    leaf = Leaf(
        number=1,
        gray=cv2.cvtColor(page, cv2.COLOR_BGR2GRAY),
        rulings=tuple(Ruling(left=a, top=b, right=c, bottom=d) for a, b, c, d in lines),
        doubtful=(),
        wrong=0.0,
        seals=(),
        to_given=nothing(),
    )
    document = Document(path="表.png", format="image", sha256="a" * 64, blocks=read_leaves((leaf,)))
    (found,) = recognise(document)
    return found


def test_a_wrong_total_stays_wrong_and_the_audit_finds_it(form, tmp_path):
    shot = scanned(printed(with_total(form, "98.22")), 1, 3)
    (tmp_path / f"表{shot.suffix}").write_bytes(shot.data)

    (entry,) = audit_paths((tmp_path,)).entries

    assert entry.form.total.score == "98.22"
    assert "AR01" in {finding.code for finding in entry.audit.findings}


def test_a_digit_that_may_be_two_is_the_one_that_the_total_asks_for(form):
    found = read(printed(form), printed(with_score(form, "1.5")))

    cell = found.cells["indicators[1].score"]
    assert (found.indicators[1].score, cell.settled) == ("7.5", True)


def test_where_both_digits_make_their_total_both_are_in_doubt(form):
    found = read(printed(form), printed(with_total(with_score(form, "1.5"), "90.22")))

    assert {"indicators[1].score", "total.score"} <= {doubt.at for doubt in found.doubts}
