"""A clerk sends rows of a form to a 业务科室, sees who owes what, takes them back, accepts them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.journal.models import Entry
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.tree import add_organisation
from jiheng.web.sections.models import SentRow, State
from jiheng.web.sections.rows import rows_of
from jiheng.web.sections.sending import (
    NotSent,
    Sending,
    accept,
    ask_again,
    sections_of,
    send,
    take_back,
)
from jiheng.web.sections.waiting import owed_by, waiting
from tests.web.chain.orders import order
from tests.web.city import FORM, person, record_at

RATE = "indicators[1]"


def sending(city, record, **said) -> Sending:
    """Return 李芳's wish to have 吴花 fill in the rate of employment within three days."""
    usual = {
        "person": city.clerk,
        "record": record.pk,
        "rows": (RATE,),
        "to": city.section.pk,
        "due": timezone.localdate() + timedelta(days=3),
    }
    return Sending(**(usual | said))


@pytest.fixture
def record(city):
    """Return 李芳's form, which is being evaluated."""
    return record_at(city, Step.SELF_EVALUATION)


def why(refusal) -> str:
    """Return the key of a refusal's sentence."""
    return refusal.value.why


def test_money_and_indicators_can_be_sent(record):
    assert [row.name for row in rows_of(FORM, record)] == [
        "年度资金总额", "培训人数", "培训后就业率", "学员满意度",
    ]  # fmt: skip


def test_a_section_fills_in_value_and_reason_and_no_score(record):
    assert rows_of(FORM, record)[2].fields == (f"{RATE}.actual", f"{RATE}.reason")


def test_a_sent_row_waits_for_the_section(city, record):
    send(sending(city, record, note="附就业台账"))

    (owed,) = owed_by(city.section)
    assert (owed.name, owed.note, owed.sent_by) == ("培训后就业率", "附就业台账", city.clerk)


def test_the_form_says_who_owes_what(city, record):
    send(sending(city, record, due=date(2099, 1, 17)))

    (each,) = waiting(record)
    assert (each.path, each.person, each.due, each.is_overdue) == (
        RATE, city.section, date(2099, 1, 17), False,
    )  # fmt: skip


def test_a_row_goes_to_one_person_at_a_time(city, record):
    send(sending(city, record))

    with pytest.raises(NotSent) as refusal:
        send(sending(city, record))

    assert why(refusal) == "refused.out-already"


def test_of_several_rows_all_are_sent_or_none(city, record):
    send(sending(city, record))

    with pytest.raises(NotSent):
        send(sending(city, record, rows=("indicators[0]", RATE)))

    assert SentRow.objects.count() == 1


def test_the_sections_of_the_department_can_be_asked_too(city, record):
    above = person("keshi", "柯室", Role.SECTION, city.bureau)

    send(sending(city, record, to=above.pk))

    assert owed_by(above)


def test_the_sections_of_another_bureau_cannot_be_asked(city, record):
    other = person("bieke", "别科", Role.SECTION, city.other_bureau)
    sister = add_organisation("云岭市劳动监察支队", OrganisationKind.UNIT, city.bureau)
    person("zhidui", "支队", Role.SECTION, sister)

    with pytest.raises(NotSent) as refusal:
        send(sending(city, record, to=other.pk))

    assert why(refusal) == "refused.nobody"
    assert [each.person for each in sections_of(record)] == [city.section]


def test_a_day_that_is_over_is_no_deadline(city, record):
    with pytest.raises(NotSent) as refusal:
        send(sending(city, record, due=timezone.localdate() - timedelta(days=1)))

    assert why(refusal) == "refused.past"


@pytest.mark.parametrize("row", ["indicators[9]", "total", "goal.actual"])
def test_only_rows_of_the_form_can_be_sent(city, record, row):
    with pytest.raises(NotSent) as refusal:
        send(sending(city, record, rows=(row,)))

    assert why(refusal) == "refused.no-row"


@pytest.mark.parametrize("who", ["head", "section", "reviewer", "auditor", "stranger"])
def test_only_clerks_of_the_unit_send_rows(city, record, who):
    with pytest.raises(NotSent):
        send(sending(city, record, person=getattr(city, who)))


def test_a_colleague_sends_rows_too(city, record):
    (sent,) = send(sending(city, record, person=city.colleague))

    assert sent.sent_by == city.colleague


def test_rows_of_a_form_that_was_handed_in_stay_where_they_are(city, record):
    (sent,) = send(sending(city, record))
    hand_in(order(city.clerk, record))

    with pytest.raises(NotSent) as refusal:
        take_back(city.clerk, sent)

    assert why(refusal) == "ruling.wrong-step"
    assert owed_by(city.section) == ()


def test_a_form_that_was_handed_in_owes_no_rows(city, record):
    send(sending(city, record))
    hand_in(order(city.clerk, record))

    assert waiting(FormRecord.objects.get()) == ()


def test_a_row_that_was_taken_back_can_be_sent_again(city, record):
    (sent,) = send(sending(city, record))

    take_back(city.colleague, sent)

    assert owed_by(city.section) == ()
    assert send(sending(city, record))


def test_what_has_not_come_cannot_be_accepted(city, record):
    (sent,) = send(sending(city, record))

    with pytest.raises(NotSent) as refusal:
        accept(city.clerk, sent)

    assert why(refusal) == "refused.not-now"


def test_an_answer_is_accepted_once(city, record):
    (sent,) = send(sending(city, record))
    SentRow.objects.update(state=State.ANSWERED)

    accept(city.clerk, sent)

    assert waiting(record) == ()
    with pytest.raises(NotSent):
        accept(city.clerk, sent)


def test_an_answer_can_go_back_to_the_section(city, record):
    (sent,) = send(sending(city, record))
    SentRow.objects.update(state=State.ANSWERED)

    ask_again(city.clerk, sent)

    assert owed_by(city.section)


def test_the_journal_tells_what_was_sent_to_whom(city, record):
    (sent,) = send(sending(city, record))
    take_back(city.clerk, sent)

    told = list(Entry.objects.order_by("id").values_list("action", "subject"))[-2:]
    assert told == [("send-row", record.number), ("row-taken-back", record.number)]
