"""VA23 also sees words that the reader left out of a cell for money."""

from msgspec.structs import replace

from jiheng.audit.engine import audit_form
from jiheng.model.form import Doubt
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

FORM = build({})
CELL = "funds.lines[0].executed"


def shifted(text: str):
    doubt = Doubt(at=CELL, text=text, reason="surplus-cell")
    audit = audit_form(score_form(replace(FORM, doubts=(doubt,)), load_pack("cn-2020-10")))
    return [(each.at, each.printed) for each in audit.findings if each.code == "VA23"]


def test_words_left_out_of_a_cell_for_money_are_told():
    assert shifted("县级财政专户") == [((CELL,), "县级财政专户")]


def test_a_number_too_many_is_no_shift():
    assert shifted("0") == []
