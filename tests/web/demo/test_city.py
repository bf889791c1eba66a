"""The invented city of ``jiheng serve --demo``, a few streets of it."""

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.db.models import F

from jiheng.corpus.draw.drawing import Draw as DrawPaper
from jiheng.corpus.draw.tables import decoded
from jiheng.corpus.draw.verifying import verify
from jiheng.web.chain.models import Event
from jiheng.web.chain.steps import EVALUATED, Step
from jiheng.web.demo.city import Extent, demo
from jiheng.web.demo.telling import evaluated_year
from jiheng.web.evidence.models import Paper
from jiheng.web.evidence.rows import proofs_of
from jiheng.web.forms.models import Change, FormRecord, FormVersion
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.saving import form_of
from jiheng.web.forms.summary import read_summary
from jiheng.web.journal.models import Entry
from jiheng.web.journal.writing import first_break
from jiheng.web.people.models import Person
from jiheng.web.people.roles import Role
from jiheng.web.sampling.models import Assignment, Draw, DrawState, Kind
from jiheng.web.sampling.results import results
from jiheng.web.sampling.running import paper_of
from jiheng.web.sampling.sample import sample
from jiheng.web.sections.models import SentRow
from jiheng.web.surveys.closing import result_of_closed
from jiheng.web.surveys.models import Questionnaire
from jiheng.web.verdicts.models import Assessment
from jiheng.web.years.models import Trend

FEW = Extent(departments=2, units=2)
TODAY = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def accounts(django_db_setup, django_db_blocker):
    """Return the accounts of two departments with two units each, built once for this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield demo(FEW, TODAY)
        transaction.set_rollback(True)


@pytest.fixture
def town(accounts, db):
    """Return the accounts inside a test's own transaction."""
    return accounts


def steps_told(record: FormRecord) -> list[str]:
    """Return the steps of a form as its history names them, from the draft on."""
    events = Event.objects.filter(record=record).order_by("id")
    return [Step.TARGET_DRAFT, *events.values_list("step_to", flat=True)]


def steps_left(record: FormRecord) -> list[str]:
    """Return the steps that a form left as its history names them, and where it stands."""
    events = Event.objects.filter(record=record).order_by("id")
    return [*events.values_list("step_from", flat=True), record.step]


def indicators(record: FormRecord, field: str) -> list[str]:
    """Return one field of all indicators of a form."""
    return [getattr(row, field) for row in form_of(record).indicators]


def test_there_are_forms_at_every_step_and_a_user_for_every_role(town):
    assert {account.role for account in town} == set(Role)
    assert set(FormRecord.objects.values_list("step", flat=True)) == set(Step)
    assert FormRecord.objects.count() == 40


def test_the_forms_are_those_of_three_years_the_first_of_which_is_settled(town):
    first = FormRecord.objects.filter(year=2025)

    assert set(FormRecord.objects.values_list("year", flat=True)) == {2025, 2026, 2027}
    assert set(first.values_list("step", flat=True)) == {Step.CLOSED}


def test_every_form_stands_where_its_history_led(town):
    records = FormRecord.objects.all()

    assert [steps_told(record) for record in records] == [steps_left(record) for record in records]


def test_every_form_is_its_last_version(town):
    records = FormRecord.objects.all()
    last = [FormVersion.objects.filter(record=record).last() for record in records]

    assert [each.document for each in last] == [record.document for record in records]
    assert [each.number for each in last] == [record.version for record in records]
    assert Change.objects.filter(version__number__gt=1).exists()


def test_what_was_done_stands_in_the_journal_in_the_order_of_time(town):
    moments_told = list(Entry.objects.order_by("id").values_list("at", flat=True))

    assert all(before <= after for before, after in pairwise(moments_told))
    assert moments_told[-1] < TODAY
    assert first_break() is None


def test_a_part_of_the_forms_that_were_filled_in_has_mistakes(town):
    judged = FormRecord.objects.filter(step__in=EVALUATED, version__gt=1)
    summaries = [read_summary(each) for each in judged.values_list("summary", flat=True)]
    wrong = [each for each in summaries if each.errors or each.warnings]

    assert 0.2 < len(wrong) / len(summaries) < 0.6


def test_a_project_keeps_its_indicators_from_year_to_year(town):
    records = FormRecord.objects.filter(project="农村学校营养餐补助").order_by("year")
    names = [indicators(record, "name") for record in records]
    targets = [indicators(record, "target") for record in records]

    assert len(names) == 3
    assert names[0] == names[1] == names[2]
    assert targets[0] != targets[1]


def test_a_return_names_cells_and_what_is_wrong_there(town):
    returns = Event.objects.filter(action="send-back")

    assert returns.exists()
    assert not returns.filter(reason="").exists()


def test_sections_owe_rows_and_have_answered_some(town):
    states = SentRow.objects.values_list("state", flat=True)

    assert set(states) == {"waiting", "answered"}
    assert not SentRow.objects.filter(name="").exists()


def test_one_draw_is_being_reviewed_and_one_is_frozen(town):
    drawn, frozen = Draw.objects.order_by("year")
    paper = decoded(paper_of(drawn, Kind.DRAW), DrawPaper)

    assert (drawn.state, frozen.state) == (DrawState.DRAWN, DrawState.FROZEN)
    assert verify(paper) == ()
    assert frozen.appears_at > TODAY
    assert Assignment.objects.count() == len(sample(drawn))
    whole = results(drawn, sample(drawn)).whole
    assert (whole.pending, whole.settled) == (1, len(paper.chosen) - 1)


def test_a_second_start_gives_new_passwords_and_no_second_city(town):
    second = demo()
    person = Person.objects.get(username=second[0].username)

    assert FormRecord.objects.count() == 40
    assert [each.username for each in second] == [each.username for each in town]
    assert person.check_password(second[0].password)
    assert not person.check_password(town[0].password)


@pytest.mark.parametrize(
    ("today", "year"),
    [("2026-11-22", 2026), ("2027-02-10", 2026), ("2027-09-30", 2026), ("2027-10-01", 2027)],
)
def test_the_year_that_is_evaluated_is_the_last_one_until_autumn(today, year):
    assert evaluated_year(datetime.fromisoformat(today)) == year


def test_some_forms_were_scored_row_by_row_and_in_one_a_row_is_open(town):
    scored = Assessment.objects.filter(low=F("high")).values_list("step", flat=True)
    left_open = Assessment.objects.filter(low__lt=F("high"))

    assert set(scored) == {Step.DEPARTMENT_REVIEW, Step.FINANCE_RECHECK, Step.CLOSED}
    assert {each.record.step for each in left_open} == {Step.DEPARTMENT_REVIEW}


def test_reviewers_found_less_than_some_units_and_never_more_than_a_row_is_worth(town):
    told = Assessment.objects.filter(low=F("high")).values_list("printed", "low")

    assert any(low < printed for printed, low in told)
    assert all(low <= 100_00 for _, low in told)


def test_over_the_years_targets_were_softened_and_raised_and_measures_came_to_something(town):
    trends = Trend.objects.all()

    assert trends.filter(softer__gt=0).exists()
    assert trends.filter(harder__gt=0).exists()
    assert trends.filter(kept__gt=0).exists()


def test_a_form_has_a_list_and_a_survey_that_bear_its_values_out(town):
    record = Paper.objects.get(file__name__endswith=".csv").record
    asked = Questionnaire.objects.get(record=record)
    values = indicators(record, "actual")
    proofs = proofs_of(judged_here(form_of(record), record.papers))
    strong = [row.at for row in proofs.rows if row.strength == "sufficient"]

    assert f"{result_of_closed(asked).percent}%" in values
    assert len(strong) == 2
