"""A population is frozen by its digest."""

from msgspec.structs import replace

from jiheng.corpus.draw.population import digest
from tests.corpus.draw.office import FORMS


def test_the_order_of_the_list_does_not_change_the_digest():
    backwards = replace(FORMS, entries=FORMS.entries[::-1], strata=FORMS.strata[::-1])

    assert digest(backwards) == digest(FORMS)


def test_a_cent_more_changes_the_digest():
    first, *others = FORMS.entries
    richer = replace(FORMS, entries=(replace(first, amount=first.amount + 1), *others))

    assert digest(richer) != digest(FORMS)


def test_how_many_are_drawn_is_bound_too():
    first, *others = FORMS.strata
    more = replace(FORMS, strata=(replace(first, size=first.size + 1), *others))

    assert digest(more) != digest(FORMS)
