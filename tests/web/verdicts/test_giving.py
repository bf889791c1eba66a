"""Scores of rows: who may give them, what is refused, what is kept of them."""

import pytest
from django.db import transaction

from jiheng.web.chain.actions.recheck import recheck
from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.review_department import review_department
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.order import CellRemark, Refused
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import OutOfDate
from jiheng.web.journal.models import Entry
from jiheng.web.verdicts.giving import Giving, give
from jiheng.web.verdicts.models import Assessment, RowScore
from jiheng.web.verdicts.wishes import Unsaved, Wish
from tests.web.chain.orders import order
from tests.web.city import record_at
from tests.web.pages.browsing import at_browser
from tests.web.verdicts.scoring import ALL, MONEY, PEOPLE, PLEASED, WORK, given


def one(person, record, **said) -> tuple[Unsaved, ...]:
    """Return what could not be saved of what a person gives to one row."""
    wish = Wish(row=PEOPLE, **said)
    return give(Giving(person=person, record=record.pk, version=1, wishes=(wish,)))


def returned_and_mended(city, record) -> None:
    """Send the form back to the number of people trained, which its clerk then changes."""
    cells = (CellRemark(path=f"{PEOPLE}.actual"),)
    send_back(order(city.reviewer, record, reason="请核对", cells=cells))
    was = f'{{"{PEOPLE}.actual": "1260人"}}'
    sent = {"was": was, f"{PEOPLE}.actual": "1259人"}
    at_browser(city.clerk).post(f"/forms/{record.number}/cells/", sent)
    resubmit(order(city.clerk, record))


def test_a_score_is_kept_with_clause_and_reason_and_who_gave_it(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    one(city.reviewer, record, typed="45.5", clause="over_completion", reason="培训台账只有1180人")

    row = RowScore.objects.get(assessment__record=record)
    assert (row.row, row.score, row.by, row.version) == (PEOPLE, 45_50, city.reviewer, 1)
    assert (row.clause, row.reason) == ("over_completion", "培训台账只有1180人")
    assert "财预〔2020〕10号" in row.law


def test_every_save_stands_in_the_journal_with_old_and_new(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    one(city.reviewer, record, typed="45.5")
    one(city.reviewer, record, typed="待定", reason="等台账", seen=1)

    first, second = Entry.objects.filter(action="score-rows").values_list("detail", flat=True)
    assert '"indicators[0]":" → 45.5"' in first
    assert '"indicators[0]":"45.5 → ? 等台账"' in second


def test_the_same_once_more_is_nothing_new(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    one(city.reviewer, record, typed="45.5")
    one(city.reviewer, record, typed="45.50", seen=1)

    assert Entry.objects.filter(action="score-rows").count() == 1


def test_an_untouched_page_begins_no_review(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, dict.fromkeys(ALL, ""))

    assert not Assessment.objects.exists()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("九分", "verdicts.no-score"),
        ("9.555", "verdicts.no-score"),
        ("1e2", "verdicts.no-score"),
        ("9" * 400, "verdicts.no-score"),
        ("50.01", "verdicts.beyond"),
        ("-1", "verdicts.beyond"),
    ],
)
def test_what_is_no_score_of_the_row_is_said_and_not_saved(city, typed, why):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    assert one(city.reviewer, record, typed=typed) == (Unsaved(row=PEOPLE, why=why),)
    assert not RowScore.objects.exists()


def test_a_bad_row_does_not_take_the_good_ones_with_it(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    unsaved = given(city.reviewer, record, {**ALL, WORK: "很好"})

    assert [each.row for each in unsaved] == [WORK]
    assert RowScore.objects.count() == 3


def test_a_clause_that_does_not_bear_on_the_row_is_not_cited(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    one(city.reviewer, record, typed="45", clause="execution")

    assert RowScore.objects.get().clause == ""


def test_what_a_colleague_gave_meanwhile_is_told_and_not_written_over(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    one(city.reviewer, record, typed="45")

    assert one(city.reviewer, record, typed="40") == (Unsaved(row=PEOPLE, why="verdicts.changed"),)
    assert RowScore.objects.get().score == 45_00


def test_a_reason_without_a_score_leaves_the_row_open(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    one(city.reviewer, record, typed="", reason="等单位补材料")

    assert RowScore.objects.get().score is None


def test_a_score_can_be_taken_away_again(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    one(city.reviewer, record, typed="45")
    one(city.reviewer, record, typed="", seen=1)

    assert not RowScore.objects.exists()
    assert Assessment.objects.get().low is None


@pytest.mark.parametrize(
    ("who", "step"),
    [
        ("clerk", Step.DEPARTMENT_REVIEW),
        ("colleague", Step.DEPARTMENT_REVIEW),
        ("stranger", Step.DEPARTMENT_REVIEW),
        ("auditor", Step.DEPARTMENT_REVIEW),
        ("performance", Step.DEPARTMENT_REVIEW),
        ("reviewer", Step.FINANCE_RECHECK),
        ("reviewer", Step.SELF_EVALUATION),
        ("performance", Step.CLOSED),
    ],
)
def test_only_whoever_may_pass_the_form_may_score_it(city, who, step):
    record = record_at(city, step)

    with pytest.raises(Refused), transaction.atomic():
        one(getattr(city, who), record, typed="45")


def test_nobody_scores_a_form_of_their_own(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    FormRecord.objects.filter(pk=record.pk).update(filler=city.reviewer)

    with pytest.raises(Refused) as refusal:
        one(city.reviewer, record, typed="45")
    assert refusal.value.why == "ruling.own-form"


def test_who_saw_another_version_scores_nothing(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    FormRecord.objects.filter(pk=record.pk).update(version=2)

    with pytest.raises(OutOfDate):
        one(city.reviewer, record, typed="45")


def test_a_row_of_no_form_is_refused(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)

    with pytest.raises(Refused):
        given(city.reviewer, record, {"indicators[99]": "1"})


def test_department_and_finance_score_apart(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, ALL)
    review_department(order(city.reviewer, record))
    given(city.performance, record, {**ALL, PEOPLE: "40"})

    told = Assessment.objects.values_list("step", "low", "by__username").order_by("id")
    assert list(told) == [
        ("department-review", 99_50, "zhaoqiang"),
        ("finance-recheck", 89_50, "chenjing"),
    ]


def test_a_form_that_nobody_scored_can_be_passed(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    review_department(order(city.reviewer, record))

    record.refresh_from_db()
    assert record.step == Step.FINANCE_RECHECK


@pytest.mark.parametrize(
    "scores",
    [{**ALL, WORK: "待定"}, {MONEY: "9.5", PEOPLE: "50", WORK: "30"}],
    ids=["one is open", "one was not looked at"],
)
def test_a_form_with_an_unsettled_row_cannot_be_passed(city, scores):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, scores)

    with pytest.raises(Refused) as refusal:
        review_department(order(city.reviewer, record))
    assert refusal.value.why == "refused.unsettled"


def test_finance_passes_what_it_has_settled(city):
    record = record_at(city, Step.FINANCE_RECHECK)
    given(city.performance, record, {**ALL, PLEASED: "待定"})

    with pytest.raises(Refused):
        recheck(order(city.performance, record))


def test_a_row_that_its_unit_changed_has_to_be_scored_again(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, ALL)
    returned_and_mended(city, record)

    with pytest.raises(Refused):
        review_department(order(city.reviewer, record))


def test_the_rows_that_stayed_keep_their_scores_when_a_form_comes_back(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, ALL)
    returned_and_mended(city, record)
    now = FormRecord.objects.get(pk=record.pk)
    again = Wish(row=PEOPLE, typed="49", seen=1)
    give(Giving(person=city.reviewer, record=record.pk, version=now.version, wishes=(again,)))
    review_department(order(city.reviewer, record))

    (found,) = Assessment.objects.filter(record=record)
    assert (found.low, found.high, found.version) == (98_50, 98_50, now.version)


def test_a_blank_leaves_the_score_that_is_out_of_date(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    given(city.reviewer, record, ALL)
    returned_and_mended(city, record)
    given(city.reviewer, record, {PEOPLE: ""})

    assert RowScore.objects.get(row=PEOPLE).score == 50_00
