"""结果应用: recorded for closed forms, seen by the unit and at next year's form."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from jiheng.web.chain.actions.advise import advise
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Refused
from jiheng.web.chain.steps import Step
from jiheng.web.journal.models import Entry
from jiheng.web.people.roles import Role
from jiheng.web.rectification.models import ResultUse
from jiheng.web.rectification.states import Use
from jiheng.web.rectification.uses import amount_in, kinds
from jiheng.web.rectification.wishes import UseWish
from tests.web.chain.orders import order
from tests.web.city import FORM, person, record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.rectification.notices import wish_of

LESS = UseWish(use=Use.REDUCE, amount=60_0000_0000)


@pytest.fixture
def record(city):
    """Return a closed form."""
    return record_at(city, Step.CLOSED)


def advised(city, record, wish=LESS, reason="执行率偏低"):
    """孙丽 of the budget office records what the result advises."""
    advise(order(city.budget, record, reason=reason), wish)


def test_what_a_result_advises_is_recorded_with_reason_and_amount(city, record):
    advised(city, record)

    use = ResultUse.objects.get(record=record)
    assert (use.use, use.amount, use.event.reason) == ("reduce", 60_0000_0000, "执行率偏低")


def test_it_can_be_recorded_anew_and_both_stay_in_the_history(city, record):
    advised(city, record)
    advised(city, record, UseWish(use=Use.KEEP), "年末已补支付")

    assert ResultUse.objects.get(record=record).use == Use.KEEP
    assert [each.reason for each in Event.objects.filter(record=record)] == [
        "执行率偏低",
        "年末已补支付",
    ]
    assert Entry.objects.filter(action="advise").count() == 2


def test_it_has_a_reason(city, record):
    with pytest.raises(Refused, match="reason"):
        advised(city, record, reason=" ")


@pytest.mark.parametrize("who", ["clerk", "reviewer", "auditor", "stranger"])
def test_nobody_else_records_it(city, record, who):
    with pytest.raises(Refused, match="ruling"):
        advise(order(getattr(city, who), record, reason="压减"), LESS)


def test_a_form_that_is_not_closed_has_none(city):
    with pytest.raises(Refused, match="wrong-step"):
        advised(city, record_at(city, Step.FINANCE_RECHECK))


@pytest.mark.parametrize(
    ("typed", "amount"), [("", None), ("12.5", 12_5000_0000), ("1,200", 1200_0000_0000)]
)
def test_an_amount_is_typed_in_ten_thousand_yuan(typed, amount):
    assert amount_in(typed) == amount


@pytest.mark.parametrize("typed", ["-1", "≥5", "1e9", "٣", "9" * 400, "五万"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(Refused, match="amount"):
        amount_in(typed)


def test_the_kinds_say_that_nobody_read_their_source():
    assert set(kinds().uses) == set(Use)
    assert not kinds().source.verified


def test_one_page_records_it_for_a_form(city, record):
    address = f"/forms/{record.number}/result-use/"
    sent = {"version": 1, "use": "reduce", "amount": "60", "reason": "执行率偏低"}

    answer = at_browser(city.budget).post(address, sent)

    assert answer.headers["Location"] == f"/forms/{record.number}/"
    assert ResultUse.objects.get().amount == 60_0000_0000


def test_a_wrong_amount_keeps_what_was_typed(city, record):
    sent = {"version": 1, "use": "reduce", "amount": "六十", "reason": "执行率偏低"}

    answer = at_browser(city.budget).post(f"/forms/{record.number}/result-use/", sent)

    assert answer.status_code == 409
    assert 'value="六十"' in answer.content.decode()
    assert ">执行率偏低</textarea>" in answer.content.decode()


def test_the_list_records_the_same_for_all_that_are_ticked(city, record):
    other = record_at(city, Step.CLOSED)
    sent = {"number": [record.number, other.number], "use": "keep", "reason": "完成良好"}

    at_browser(city.performance).post("/result-use/", sent)

    assert set(ResultUse.objects.values_list("use", flat=True)) == {"keep"}
    assert ResultUse.objects.count() == 2


def test_by_the_list_nobody_reaches_a_form_of_another_branch_or_role(city, record):
    record_at(replace(city, centre=city.other_bureau, clerk=city.stranger), Step.CLOSED)
    budget = person("waibu", "外部", Role.BUDGET_OFFICE, city.other_bureau)
    sent = {"number": record.number, "use": "keep", "reason": "完成良好"}

    at_browser(budget).post("/result-use/", sent)
    at_browser(city.stranger).post("/result-use/", sent)
    at_browser(city.clerk).post("/result-use/", sent)

    assert not ResultUse.objects.exists()


def test_the_unit_sees_it_at_the_form(city, record):
    advised(city, record)

    (told,) = texts(at_browser(city.clerk), f"/forms/{record.number}/", ".advice")

    assert "适当压减 ，建议预算 60 万元：执行率偏低" in told


def test_it_stands_at_next_years_form_of_the_same_project(city, record):
    advised(city, record)
    following = record_at(city, Step.TARGET_DRAFT, form=replace(FORM, year=2025))

    (told,) = texts(at_browser(city.clerk), f"/forms/{following.number}/", ".advice")

    assert told.startswith("2024 年度结果应用 适当压减")


def test_another_projects_form_says_nothing_of_it(city, record):
    advised(city, record)
    project = replace(FORM.project, name="春风行动招聘补助")
    other = record_at(city, Step.TARGET_DRAFT, form=replace(FORM, year=2025, project=project))

    assert texts(at_browser(city.clerk), f"/forms/{other.number}/", ".advice") == []


def test_the_list_counts_each_kind(city, record):
    advised(city, record)
    record_at(city, Step.CLOSED)
    client = at_browser(city.auditor)

    tabs = texts(client, "/result-use/", "nav.tabs a")
    assert tabs[0] == "全部 2"
    assert "适当压减 1" in tabs
    assert tabs[-1] == "未填写 1"
    assert len(texts(client, "/result-use/?use=reduce", "tbody tr")) == 1
    assert len(texts(client, "/result-use/?use=none", "tbody tr")) == 1


def test_the_worksheet_has_a_row_for_every_closed_form(city, record):
    advised(city, record, reason="=1+1")
    record_at(city, Step.CLOSED)

    data = at_browser(city.budget).get("/result-use/list.xlsx").content
    head, *rows = load_workbook(BytesIO(data)).active.iter_rows()

    named = dict(zip((cell.value for cell in head), rows[0], strict=True))
    assert len(rows) == 2
    assert (named["预算意见"].value, named["建议预算（万元）"].value) == ("适当压减", 60)
    assert (named["理由"].value, named["理由"].data_type) == ("=1+1", "s")


def test_a_wish_about_no_version_is_as_good(city, record):
    advise(wish_of(city.performance, record, reason="完成良好"), UseWish(use=Use.KEEP))

    assert ResultUse.objects.get().use == Use.KEEP


def test_the_list_holds_nothing_of_another_branch(city, record):
    record_at(replace(city, centre=city.other_bureau, clerk=city.stranger), Step.CLOSED)

    assert texts(at_browser(city.stranger), "/result-use/", "td:nth-of-type(1)") == ["云岭市水务局"]
