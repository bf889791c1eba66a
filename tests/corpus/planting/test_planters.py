"""Every planter puts its defect where it says, and the audit finds it there."""

import pytest

from benchmarks.planting.trial import audited, try_clean, try_decoy, try_planting
from jiheng.corpus.planting import ALL_PLANTERS
from jiheng.corpus.planting.decoys import DECOYS
from jiheng.corpus.planting.documents import planting

NUMBERS = range(len(ALL_PLANTERS))
CODES = [planter.code for planter in ALL_PLANTERS]
DECOY_NAMES = [decoy.about for decoy in DECOYS]


@pytest.mark.parametrize("number", NUMBERS, ids=CODES)
def test_a_planted_defect_is_found_at_its_cell(number):
    first, second = try_planting(number, seed=6), try_planting(number + len(CODES), seed=3)

    assert (first.missed, second.missed) == ((), ())


@pytest.mark.parametrize("number", NUMBERS, ids=CODES)
def test_the_form_does_not_have_the_defect_before_it_is_planted(number):
    made = planting(ALL_PLANTERS[number], number, seed=6)
    planted = {at.cell for at in made.truth.at}

    said = audited(made.clean)

    assert not planted <= {each.cell for each in said if each.code == made.truth.code}


@pytest.mark.parametrize("number", range(0, 48))
def test_a_clean_form_has_no_error(number):
    assert try_clean(number, seed=6) == ()


@pytest.mark.parametrize("number", range(len(DECOYS)), ids=DECOY_NAMES)
def test_what_only_looks_like_a_defect_is_left_in_peace(number):
    assert try_decoy(number, seed=6) == ()


def test_each_check_has_one_planter():
    assert len(CODES) == len(set(CODES))
