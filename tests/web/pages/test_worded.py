"""Questions that are put into words once: new answers each time, for the arguments of each time."""

from django.db.models.sql import Query

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.pages.worded import worded
from tests.web.city import record_at


def test_the_answer_is_new_each_time(city):
    asked = worded(numbers_of)

    before = asked(city.clerk.pk)
    record = record_at(city, Step.MONITORING)

    assert before == ()
    assert asked(city.clerk.pk) == ((record.pk,),)


def test_each_argument_has_an_answer_of_its_own(city):
    record = record_at(city, Step.MONITORING)
    asked = worded(numbers_of)

    assert asked(city.clerk.pk) == ((record.pk,),)
    assert asked(city.head.pk) == ()


def test_the_words_are_looked_for_once(city):
    looked_for = []

    @worded
    def asked(filler: int) -> Query:
        looked_for.append(filler)
        return numbers_of(filler)

    asked(city.clerk.pk)
    asked(city.clerk.pk)
    asked(city.head.pk)

    assert looked_for == [city.clerk.pk, city.head.pk]


def test_what_nothing_can_fulfil_is_not_asked(city, django_assert_num_queries):
    asked = worded(lambda: FormRecord.objects.filter(pk__in=[]).values_list("pk").query)

    with django_assert_num_queries(0):
        assert asked() == ()


def numbers_of(filler: int) -> Query:
    return FormRecord.objects.filter(filler=filler).values_list("pk").query
