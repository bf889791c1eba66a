"""A check that a catalogue could not list is refused when it is declared."""

from collections.abc import Iterator

import pytest

from jiheng.audit.check import BadCheck, Outcome, check
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

SOURCE = Citation(title="财预〔2020〕10号", pinpoint="全文", verified=False)
GOOD = {
    "code": "AR99",
    "name": "total-differs",
    "severity": "error",
    "since": "0.1.0",
    "reads": ("total.score",),
    "sources": (SOURCE,),
}


def says_nothing(_: ScoredForm) -> Iterator[Outcome]:
    """Find nothing."""
    yield from ()


def says_no_more(_: ScoredForm) -> Iterator[Outcome]:
    yield from ()


def test_a_whole_declaration_is_taken():
    assert check(**GOOD)(says_nothing).code == "AR99"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"code": "AR1"}, "two letters and two digits"),
        ({"name": "no-total-differs"}, "does not name a defect"),
        ({"name": "Total differs"}, "does not name a defect"),
        ({"reads": ()}, "neither what it reads nor where it comes from"),
        ({"sources": ()}, "neither what it reads nor where it comes from"),
    ],
)
def test_a_declaration_with_one_thing_wrong_is_refused(wrong, sentence):
    with pytest.raises(BadCheck, match=sentence):
        check(**GOOD | wrong)(says_nothing)


def test_a_check_without_docstring_has_no_page_and_is_refused():
    with pytest.raises(BadCheck, match="has no docstring"):
        check(**GOOD)(says_no_more)
