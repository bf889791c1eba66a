"""A stranger draws again from nothing but the published paper, and notices what was changed."""

import json

import pytest
from msgspec.structs import replace

from jiheng.corpus.draw.by_hand import answers
from jiheng.corpus.draw.drawing import draw, freeze
from jiheng.corpus.draw.tables import written
from jiheng.corpus.draw.verifying import Misfit, verify
from tests.corpus.draw.office import FORMS, NUMBER, SECRET

FROZEN = freeze(FORMS, SECRET)
PAPER = draw(FROZEN, SECRET, NUMBER)


@pytest.mark.parametrize("number", ["01", "02", "03", "04", "05", "06", "07", "08"])
def test_a_stranger_draws_the_same_forms_with_a_page_of_code(number):
    paper = draw(FROZEN, SECRET, number)

    told = answers(json.loads(written(paper)), json.loads(written(FROZEN)))

    assert [agrees for _, agrees in told] == [True] * 4


def test_a_draw_where_each_form_counts_alike_can_be_done_by_hand_too():
    frozen = freeze(replace(FORMS, by_money=False), SECRET)

    told = answers(json.loads(written(draw(frozen, SECRET, NUMBER))), None)

    assert [agrees for _, agrees in told] == [True] * 3


def test_an_honest_draw_fits():
    assert verify(PAPER, FROZEN) == ()


def test_a_changed_amount_is_noticed():
    first, *others = FORMS.entries
    population = replace(FORMS, entries=(replace(first, amount=first.amount * 9), *others))
    changed = replace(PAPER, frozen=replace(FROZEN, population=population))

    assert Misfit.POPULATION in verify(changed)


def test_a_changed_population_with_a_new_digest_is_noticed_by_whoever_kept_the_first_paper():
    other = freeze(replace(FORMS, entries=FORMS.entries[:-1]), SECRET)

    assert verify(draw(other, SECRET, NUMBER), FROZEN) == (Misfit.FROZEN,)


def test_a_changed_secret_is_noticed():
    assert Misfit.SECRET in verify(replace(PAPER, secret=SECRET[::-1].hex()))


def test_a_secret_that_is_no_number_is_noticed():
    assert Misfit.SECRET in verify(replace(PAPER, secret="保密"))


def test_a_changed_number_is_noticed():
    others = [verify(replace(PAPER, number=f"{number:02}")) for number in range(20)]

    assert (Misfit.CHOSEN,) in others


def test_a_form_put_into_the_draw_is_noticed():
    friend = replace(PAPER.chosen[0], id="A3" if PAPER.chosen[0].id != "A3" else "A1")

    assert verify(replace(PAPER, chosen=(friend, *PAPER.chosen[1:]))) == (Misfit.CHOSEN,)
