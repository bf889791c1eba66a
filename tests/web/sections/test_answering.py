"""A 业务科室 fills in the rows that it was sent, and nothing else."""

from datetime import date

import msgspec
import pytest

from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, form_of
from jiheng.web.journal.models import Entry
from jiheng.web.people.models import Appointment
from jiheng.web.people.roles import Role
from jiheng.web.sections.answering import Answer, Overtaken, answer, asked_of
from jiheng.web.sections.models import SentRow, State
from jiheng.web.sections.sending import NotSent, Sending, accept, send
from tests.web.chain.orders import cell, order
from tests.web.city import person, record_at

ACTUAL = "indicators[1].actual"


@pytest.fixture
def record(city):
    """Return 李芳's form, which is being evaluated."""
    return record_at(city, Step.SELF_EVALUATION)


@pytest.fixture
def sent(city, record):
    """Return the row 培训后就业率, which was sent to 吴花."""
    (row,) = send(
        Sending(
            person=city.clerk,
            record=record.pk,
            rows=("indicators[1]",),
            to=city.section.pk,
            due=date(2099, 1, 17),
        )
    )
    return row


def says(sent: SentRow, new: str | None, was: str | None = "72%", path: str = ACTUAL, words=""):
    """Return what a section answers."""
    return (Answer(sent=sent.pk, typed=(CellChange(path=path, old=was, new=new),), words=words),)


def now(record) -> FormRecord:
    """Return the record as it is stored."""
    return FormRecord.objects.get(pk=record.pk)


def test_the_value_of_a_section_stands_in_the_form(city, record, sent):
    answer(city.section, record, says(sent, "71%"), is_final=False)

    assert form_of(now(record)).indicators[1].actual == "71%"


def test_the_journal_says_in_whose_form_a_section_wrote(city, record, sent):
    answer(city.section, record, says(sent, "71%"), is_final=False)

    entry = Entry.objects.get(action="fill")
    assert entry.person_name == "吴花"
    assert msgspec.json.decode(entry.detail)["on_behalf_of"] == "李芳"


def test_what_is_worked_out_from_a_value_follows_it(city, record):
    (money,) = send(
        Sending(
            person=city.clerk,
            record=record.pk,
            rows=("funds.lines[0]",),
            to=city.section.pk,
            due=date(2099, 1, 17),
        )
    )

    answer(
        city.section,
        record,
        says(money, "60", was="76", path="funds.lines[0].executed"),
        is_final=False,
    )

    line = form_of(now(record)).funds.lines[0]
    assert (line.executed, line.rate) == ("60", "75%")


def test_a_saved_row_still_waits_and_a_row_handed_back_does_not(city, record, sent):
    answer(city.section, record, says(sent, "71%"), is_final=False)
    assert SentRow.objects.get().state == State.WAITING

    answer(city.section, record, says(sent, "71%", was="71%"), is_final=True)
    assert SentRow.objects.get().state == State.ANSWERED


def test_what_the_clerk_wrote_elsewhere_meanwhile_is_kept(city, record, sent):
    fill(order(city.clerk, record, changes=cell("indicators[0].actual", "1300人")))

    answer(city.section, record, says(sent, "71%"), is_final=True)

    rows = form_of(now(record)).indicators
    assert (rows[0].actual, rows[1].actual) == ("1300人", "71%")


def test_what_the_clerk_wrote_in_the_same_cell_is_not_written_over(city, record, sent):
    fill(order(city.clerk, record, changes=cell(ACTUAL, "75%")))

    with pytest.raises(Overtaken):
        answer(city.section, record, says(sent, "71%"), is_final=True)

    assert form_of(now(record)).indicators[1].actual == "75%"
    assert SentRow.objects.get().state == State.WAITING


def test_a_cell_that_the_page_merely_showed_is_not_set_back(city, record, sent):
    fill(order(city.clerk, record, changes=cell(ACTUAL, "75%")))

    answer(city.section, record, says(sent, "72%"), is_final=True)

    assert form_of(now(record)).indicators[1].actual == "75%"


@pytest.mark.parametrize(
    "path", ["indicators[0].actual", "indicators[1].score", "indicators[1].target", "total.score"]
)
def test_no_other_cell_can_be_written_in(city, record, sent, path):
    with pytest.raises(NotSent) as refusal:
        answer(city.section, record, says(sent, "1", was=None, path=path), is_final=False)

    assert refusal.value.why == "refused.locked"
    assert now(record).version == 1


def test_an_empty_row_goes_back_only_with_a_word(city, record, sent):
    with pytest.raises(NotSent) as refusal:
        answer(city.section, record, says(sent, None), is_final=True)

    assert refusal.value.why == "refused.empty"
    assert form_of(now(record)).indicators[1].actual == "72%"

    answer(city.section, record, says(sent, None, words="这项归培训科"), is_final=True)
    assert SentRow.objects.get().answer == "这项归培训科"


def test_a_row_that_was_accepted_is_closed(city, record, sent):
    answer(city.section, record, says(sent, "71%"), is_final=True)
    accept(city.clerk, sent)

    with pytest.raises(NotSent):
        answer(city.section, record, says(sent, "80%", was="71%"), is_final=False)


@pytest.mark.parametrize("who", ["clerk", "colleague", "head", "reviewer", "stranger"])
def test_nobody_else_answers_for_a_section(city, record, sent, who):
    with pytest.raises(NotSent):
        answer(getattr(city, who), record, says(sent, "99%"), is_final=False)

    assert asked_of(getattr(city, who), record) == ()


def test_another_section_has_not_been_asked(city, record, sent):
    beside = person("keshi", "柯室", Role.SECTION, city.centre)

    assert asked_of(beside, record) == ()


def test_whoever_lost_the_post_is_asked_no_longer(city, record, sent):
    Appointment.objects.filter(person=city.section).delete()

    with pytest.raises(NotSent):
        answer(city.section, record, says(sent, "71%"), is_final=False)


def test_a_form_that_was_handed_in_takes_no_answer(city, record, sent):
    FormRecord.objects.filter(pk=record.pk).update(step=Step.DEPARTMENT_REVIEW)

    with pytest.raises(NotSent):
        answer(city.section, record, says(sent, "71%"), is_final=False)
