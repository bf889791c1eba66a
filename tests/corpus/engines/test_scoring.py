"""A batch has the totals that the interactive engine gives its forms, however large its numbers."""

import pytest

from jiheng.corpus.coded.coding import code_form
from jiheng.corpus.coded.gathering import FormFacts, Gathered
from jiheng.corpus.coded.keys import key_of
from jiheng.corpus.coded.made import Making, made_batches
from jiheng.corpus.engines.scoring import score_batch
from jiheng.corpus.generator import sample
from jiheng.rulebook.loading import PACK_IDS, load_pack
from jiheng.scoring.kernels import score_forms
from jiheng.scoring.kernels.forms import UNKNOWN
from jiheng.scoring.rules import rules_of
from jiheng.scoring.score import score_form
from tests.corpus.store.shelf import form

FORMS = list(sample(60, seed=10))
HUGE = form(1, f"{10**19 + 1}", money=f"年度资金总额 | {10**17} | {10**17} | {10**17 - 1} | 10")
"""Its amounts fit no column."""
LARGE = form(2, f"{10**15 - 1}")
"""Its amounts fit a column, and their products no compiled number."""


def batch(*forms):
    """Return forms as a batch."""
    gathered = Gathered(2024, "990100")
    for each in forms:
        facts = FormFacts(each.id, None, None, None, None, None, None, 0, 0)
        gathered.add(code_form(each), facts, key_of(each.id))
    return gathered.batch()


def totals(batch, pack):
    """Return lowest and highest totals of a batch."""
    lows, highs = score_batch(batch, rules_of(pack), pack.money_base.value)
    return list(zip(lows.tolist(), highs.tolist(), strict=True))


def interactive(forms, pack):
    """Return what people see."""
    scored = [score_form(each, pack) for each in forms]
    return [(UNKNOWN, UNKNOWN) if each.low is None else (each.low, each.high) for each in scored]


@pytest.fixture
def plain(monkeypatch):
    """Take the functions as Python runs them: to compile them costs a quarter of a minute."""
    monkeypatch.setattr("jiheng.corpus.engines.scoring.compiled_score_forms", lambda: as_python)


def as_python(begin, budgets, readings, rules, lows, highs):
    """Score columns of Python's own numbers, and write the totals to the arrays."""
    budgets, readings = (
        type(each)(*(column.tolist() for column in each)) for each in (budgets, readings)
    )
    score_forms(begin.tolist(), budgets, readings, rules, lows, highs)


@pytest.fixture
def refusing(monkeypatch):
    """Let compiled code fail wherever it is asked."""
    monkeypatch.setattr("jiheng.corpus.engines.scoring.compiled_score_forms", None)


@pytest.mark.parametrize("pack_id", PACK_IDS)
def test_a_batch_has_the_totals_of_its_forms(plain, pack_id):
    pack = load_pack(pack_id)

    assert totals(batch(*FORMS), pack) == interactive(FORMS, pack)


@pytest.mark.parametrize("pack_id", ["cn-2017", "liupanshui-2023", "ningde-2023"])
def test_numbers_that_fit_no_column_are_scored_all_the_same(plain, pack_id):
    pack = load_pack(pack_id)

    assert totals(batch(form(3), HUGE, LARGE), pack) == interactive([form(3), HUGE, LARGE], pack)


def test_what_fits_no_column_is_kept_beside_them():
    huge = batch(form(3), HUGE)

    assert [(each.place, each.form) for each in huge.exact] == [(1, code_form(HUGE))]
    assert huge.begin.tolist() == [0, 1, 1]


def test_rules_whose_numbers_are_too_large_leave_nothing_to_compiled_code(refusing):
    pack = load_pack("cn-2020-10")
    rules = rules_of(pack)._replace(over_low=10**20, over_high=10**20, over_action=2)

    lows, _ = score_batch(batch(form(3, "150")), rules, "initial")

    assert lows.tolist() == [score_form(form(3, "150"), pack).low]


@pytest.mark.slow
def test_compiled_it_is_the_same_under_every_pack():
    packs = [load_pack(pack_id) for pack_id in PACK_IDS]
    forms = [*FORMS, HUGE, LARGE]

    found = [totals(batch(*forms), pack) for pack in packs]

    assert found == [interactive(forms, pack) for pack in packs]


@pytest.mark.slow
def test_made_up_forms_have_the_totals_that_their_columns_give_exactly(monkeypatch):
    (made,) = made_batches(Making(count=300))
    packs = [load_pack(pack_id) for pack_id in PACK_IDS]
    compiled = [totals(made, pack) for pack in packs]

    monkeypatch.setattr("jiheng.corpus.engines.scoring.compiled_bounds", lambda *_: (0, 0))

    assert compiled == [totals(made, pack) for pack in packs]
