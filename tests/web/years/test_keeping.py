"""What is kept of a form beside the one before it."""

from msgspec.structs import replace

from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.rollover.carrying import carry
from jiheng.web.years.keeping import catch_up
from jiheng.web.years.lineage import line_of
from jiheng.web.years.models import Trend
from tests.web.chain.orders import cell, order
from tests.web.city import record_at
from tests.web.years.several import BEFORE, NOW, two_years


def test_forms_that_came_before_the_table_are_compared_at_the_start(city):
    record = two_years(city)
    Trend.objects.all().delete()

    catch_up()

    assert Trend.objects.get(record=record).softer == 1


def test_the_start_compares_nothing_twice(city, django_assert_num_queries):
    two_years(city)

    with django_assert_num_queries(3):
        catch_up()


def test_an_autosave_leaves_the_comparison_to_the_next_step(city):
    record_at(city, Step.CLOSED, form=BEFORE)
    record = record_at(city, Step.SELF_EVALUATION, form=NOW)
    kept = Trend.objects.values().get(record=record)

    fill(order(city.clerk, record, changes=cell("indicators[0].score", "50")))

    assert Trend.objects.values().get(record=record) == kept


def test_a_draft_that_was_carried_over_is_beside_its_origin_under_any_name(city):
    origin = record_at(city, Step.CLOSED, form=BEFORE)
    carry(origin, 2024, city.clerk)
    draft = Trend.objects.get(before=origin).record
    draft.project = "技能提升行动"
    draft.save(update_fields=["project"])
    Trend.objects.all().delete()

    catch_up()

    assert Trend.objects.get().before == origin


def test_the_line_is_the_same_from_whichever_of_its_forms_it_is_followed(city):
    origin = record_at(city, Step.CLOSED, form=BEFORE)
    carry(origin, 2024, city.clerk)
    draft = FormRecord.objects.get(year=2024)
    draft.project = "技能提升行动"
    draft.save(update_fields=["project"])

    everything = FormRecord.objects.all()
    assert line_of(origin, everything) == line_of(draft, everything) == (origin, draft)


def test_of_two_forms_of_a_year_the_later_one_is_the_form_before(city):
    record_at(city, Step.CLOSED, form=BEFORE)
    second = record_at(city, Step.CLOSED, form=replace(BEFORE, title="重报"))
    record = record_at(city, Step.CLOSED, form=NOW)

    assert Trend.objects.get(record=record).before == second
