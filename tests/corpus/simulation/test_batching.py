"""Forms scored before and after, added up: every number is worked out by hand."""

import pickle

import numpy as np
import pytest

from jiheng.corpus.coded.batches import Texts
from jiheng.corpus.coded.coding import code_form
from jiheng.corpus.coded.gathering import Gathered
from jiheng.corpus.coded.keys import key_of
from jiheng.corpus.generator import sample
from jiheng.corpus.simulation.batching import KEYS, simulate_batch
from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.plan import plan_of
from jiheng.corpus.simulation.reckoning import step_of
from jiheng.corpus.simulation.supposing import setting_of, suppose
from jiheng.model.points import format_points
from jiheng.model.simulation import Ends, Move
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.corpus.simulation.corpora import ALMOST, HALF_MORE, NO_WEIGHT, SHORT, facts, gathered

HALF = suppose("cn-2020-10", (setting_of("over_completion.action={deduct: 50%}"),)).pack
"""From 130 % of a target on, half of the weight is deducted: of 30 points 15."""


def step(*batches, before=None, after=HALF):
    plan = plan_of(before or load_pack("cn-2020-10"), (after,))
    first, *rest = (simulate_batch(batch, plan).tallies[0] for batch in batches)
    return step_of(None, sum(rest, start=first), KEYS, plan.grades)


def by(key, found):
    return next(each.rows for each in found.groupings if each.by == key)


def test_a_deduction_lowers_the_total_by_its_points():
    sums = step(gathered(HALF_MORE)).sums

    assert (sums.before, sums.after) == (Ends(low="100", high="100"), Ends(low="85", high="85"))


def test_the_mean_is_of_all_that_can_be_compared():
    sums = step(gathered(HALF_MORE, ALMOST, NO_WEIGHT)).sums

    assert (sums.forms, sums.compared, sums.mean_after) == (3, 2, Ends(low="92.5", high="92.5"))


def test_a_form_falls_a_grade_with_its_money():
    assert step(gathered(HALF_MORE, ALMOST)).moves == (
        Move(before="优", after="良", forms=1, money="100000"),
        Move(before="优", after="优", forms=1, money="100000"),
    )


def test_a_form_that_falls_counts_as_down():
    sums = step(gathered(HALF_MORE, ALMOST)).sums

    assert (sums.changed, sums.crossing, sums.up, sums.down) == (1, 1, 0, 1)


def test_a_form_that_rises_counts_as_up():
    sums = step(gathered(HALF_MORE), before=HALF, after=load_pack("cn-2020-10")).sums

    assert (sums.up, sums.down) == (1, 0)


def test_a_total_that_cannot_be_said_moves_from_nothing_to_nothing():
    found = step(gathered(NO_WEIGHT))

    assert (found.sums.unsaid_before, found.sums.unsaid_after, found.sums.mean_before) == (
        1,
        1,
        None,
    )
    assert found.moves == (Move(before=None, after=None, forms=1, money="100000"),)


def test_a_range_of_grades_is_told_as_one():
    judged = suppose("cn-2020-10", (setting_of("over_completion.action=judgement"),)).pack
    found = step(gathered(HALF_MORE), after=judged)

    assert found.moves[0].after == "中–优"
    assert found.sums.ranges_after == 1


def test_totals_are_counted_by_whole_points():
    found = step(gathered(HALF_MORE, ALMOST, SHORT))

    assert [each.low for each in found.totals_after if each.lowest] == ["85", "100"]
    assert [each.lowest for each in found.totals_after if each.lowest] == [2, 1]


def test_changes_are_counted_by_their_size():
    found = step(gathered(HALF_MORE, ALMOST))

    assert [(each.low, each.high, each.lowest) for each in found.changes if each.lowest] == [
        ("-20", "-10.01", 1),
        ("0", "0", 1),
    ]


def test_departments_of_two_row_groups_are_added_by_name():
    found = step(
        gathered(HALF_MORE, department="甲局"),
        gathered(HALF_MORE, ALMOST, department="乙局"),
        gathered(ALMOST, department="甲局"),
    )

    assert [(row.name, row.sums.forms, row.sums.down) for row in by("department", found)] == [
        ("甲局", 2, 1),
        ("乙局", 2, 1),
    ]


def test_regions_years_and_sizes_have_their_own_rows():
    found = step(gathered(ALMOST, yuan=99_999), gathered(HALF_MORE, yuan=None, region="990200"))

    assert [row.name for row in by("region", found)] == ["990100", "990200"]
    assert [row.name for row in by("year", found)] == ["2024"]
    assert [row.name for row in by("size", found)] == ["0-100000", None]


def test_a_size_begins_at_its_own_bound():
    found = step(gathered(ALMOST, yuan=100_000), gathered(HALF_MORE, yuan=99_999))

    assert [row.name for row in by("size", found)] == ["0-100000", "100000-500000"]


def test_a_form_without_a_department_stands_under_no_name():
    found = step(gathered(HALF_MORE, department=None))

    assert [(row.name, row.sums.forms) for row in by("department", found)] == [(None, 1)]


def test_money_beyond_63_bits_adds_up():
    rich = gathered(HALF_MORE, HALF_MORE, yuan=9 * 10**16)

    assert step(rich, rich).sums.crossing_money == str(36 * 10**16)


def test_each_form_is_scored_by_its_own_pack():
    own = {"cn-2020-10": load_pack("cn-2020-10"), "cn-2017": HALF}
    changed = {"cn-2020-10": HALF, "cn-2017": HALF}
    first, second = gathered(HALF_MORE), gathered(HALF_MORE, pack="cn-2017")

    assert step(first, second, before=own, after=changed).sums.before == Ends(low="185", high="185")


def test_forms_of_two_packs_stand_side_by_side():
    own = {"cn-2020-10": load_pack("cn-2020-10"), "cn-2017": HALF}
    batch = gathered(HALF_MORE, HALF_MORE)
    packs = Texts(np.array([0, 1]), ("cn-2017", "cn-2020-10"))
    mixed = batch._replace(facts=batch.facts._replace(pack=packs))

    found = step(mixed, before=own, after=load_pack("cn-2020-10"))

    assert found.sums.before == Ends(low="185", high="185")
    assert found.sums.up == 1


def test_a_form_without_a_pack_of_its_own_cannot_be_said():
    own = {"cn-2020-10": load_pack("cn-2020-10")}

    assert step(gathered(HALF_MORE, pack=None), before=own).sums.unsaid_before == 1


def test_a_pack_that_nobody_gave_is_named():
    own = {"cn-2020-10": load_pack("cn-2020-10")}

    with pytest.raises(SimulationError, match="yunxi-2024"):
        step(gathered(HALF_MORE, pack="yunxi-2024"), before=own)


def test_rules_that_give_the_same_are_nothing_to_compare():
    only_a_reason = suppose("cn-2020-10", (setting_of("reasons.rate_below=70%"),)).pack

    with pytest.raises(SimulationError, match="没有可比的"):
        plan_of(load_pack("cn-2020-10"), (only_a_reason,))


def test_plans_and_sums_go_to_other_programs_and_back():
    plan = plan_of(load_pack("cn-2020-10"), (HALF,))

    sent = pickle.loads(pickle.dumps(plan))
    made = pickle.loads(pickle.dumps(simulate_batch(gathered(HALF_MORE), sent).tallies[0]))

    assert sent == plan
    assert step_of(None, made, KEYS, plan.grades) == step(gathered(HALF_MORE))


@pytest.mark.parametrize("pack", [load_pack("cn-2020-10"), HALF], ids=["before", "after"])
def test_the_sums_are_those_of_the_interactive_engine(pack):
    forms = list(sample(25, seed=9))
    whole = Gathered(2024, "990100")
    for form in forms:
        whole.add(code_form(form), facts(form.id, 1, None, None), key_of(form.id))

    found = step(whole.batch(), before=pack, after=load_pack("cn-2017")).sums

    assert found.before.low == format_points(lowest(forms, pack, load_pack("cn-2017")))


def lowest(forms, pack, other):
    """Return the sum of the lowest totals of the forms that both packs can score."""
    pairs = [(score_form(form, pack).low, score_form(form, other).low) for form in forms]
    return sum(one for one, two in pairs if one is not None and two is not None)
