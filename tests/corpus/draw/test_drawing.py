"""The two papers that an office publishes."""

import pytest
from msgspec.structs import replace

from jiheng.corpus.draw.drawing import MustCheck, draw, freeze
from jiheng.corpus.draw.errors import UnfitPopulation
from jiheng.corpus.draw.population import Stratum
from tests.corpus.draw.office import FORMS, NUMBER, SECRET, entry


def test_the_frozen_paper_does_not_hold_the_secret():
    assert SECRET.hex() not in str(freeze(FORMS, SECRET))


def test_the_same_secret_and_number_draw_the_same_forms():
    frozen = freeze(FORMS, SECRET)

    assert draw(frozen, SECRET, NUMBER) == draw(frozen, SECRET, NUMBER)


def test_what_must_be_checked_stands_beside_the_draw():
    must = (MustCheck(id="A3", reason="领导交办"),)
    frozen = freeze(FORMS, SECRET)

    assert draw(frozen, SECRET, NUMBER, must).chosen == draw(frozen, SECRET, NUMBER).chosen


def test_another_secret_than_the_bound_one_is_refused():
    with pytest.raises(UnfitPopulation, match="不是冻结时承诺的"):
        draw(freeze(FORMS, SECRET), SECRET[::-1], NUMBER)


def test_a_population_changed_after_the_freeze_is_refused():
    frozen = freeze(FORMS, SECRET)
    changed = replace(frozen, population=replace(FORMS, entries=FORMS.entries[:-1]))

    with pytest.raises(UnfitPopulation, match="与冻结时的不一样"):
        draw(changed, SECRET, NUMBER)


def test_a_form_that_must_be_checked_is_one_of_the_population():
    with pytest.raises(UnfitPopulation, match="没有 C9"):
        draw(freeze(FORMS, SECRET), SECRET, NUMBER, (MustCheck(id="C9", reason="巡察"),))


@pytest.mark.parametrize(
    ("unfit", "told"),
    [
        (replace(FORMS, entries=(*FORMS.entries, entry("A1", 5))), "A1 出现了两次"),
        (replace(FORMS, strata=FORMS.strata[:1]), "“水务”没有写抽几份"),
        (replace(FORMS, strata=(*FORMS.strata, Stratum(name="卫生", size=1))), "“卫生”里没有"),
        (replace(FORMS, strata=(*FORMS.strata, FORMS.strata[0])), "“教育”写了两次"),
    ],
)
def test_an_unfit_population_is_refused(unfit, told):
    with pytest.raises(UnfitPopulation, match=told):
        freeze(unfit, SECRET)


def test_a_secret_that_could_be_tried_out_is_refused():
    with pytest.raises(UnfitPopulation, match="太短"):
        freeze(FORMS, b"1234")
