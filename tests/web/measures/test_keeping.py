"""A measure stays with its row: wherever the row goes, and into the next year."""

from jiheng.web.chain.actions.arrange import Wish, arrange
from jiheng.web.chain.order import Order
from jiheng.web.chain.steps import Step
from jiheng.web.forms.saving import form_of
from jiheng.web.measures.choosing import measures_of
from jiheng.web.rollover.carrying import carry, successor
from tests.web.city import record_at
from tests.web.measures.training import chosen_for


def test_a_measure_goes_where_its_row_goes(city):
    draft = record_at(city, Step.TARGET_DRAFT)
    chosen = chosen_for(city, draft)

    order = Order(person=city.clerk, record=draft.pk, version=None)
    arrange(order, Wish(doing="add", at=0, base=draft.version))
    draft.refresh_from_db()
    arrange(order, Wish(doing="up", at=1, base=draft.version))

    draft.refresh_from_db()
    (path,) = measures_of(draft)
    assert form_of(draft).indicators[int(path[11])].name == chosen.name


def test_next_years_draft_has_the_measures_of_this_year(city):
    closed = record_at(city, Step.CLOSED)
    chosen = chosen_for(city, closed)

    carry(closed, 2025, city.clerk)

    followed = measures_of(successor(closed, 2025))
    assert [(path, each.sha256) for path, each in followed.items()] == [
        ("indicators[0]", chosen.sha256)
    ]
