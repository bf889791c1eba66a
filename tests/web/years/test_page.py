"""A project over all its years."""

from msgspec.structs import replace

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.web.city import record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.sampling.office import hand_over
from tests.web.years.several import BEFORE, CONTENT, EMPLOYED, NOW, form_of_year, trained, two_years


def on_page(city, record, selector):
    """Return texts of the page of a form's years, as its clerk sees them."""
    return texts(at_browser(city.clerk), f"/forms/{record.number}/years/", selector)


def test_a_target_that_asks_for_less_is_marked_with_how_much_less(city):
    record = two_years(city)

    assert on_page(city, record, ".threads .mark.softened") == ["放宽 -20%"]


def test_a_target_that_moves_less_than_the_threshold_is_not_marked(city):
    record = two_years(
        city, now=form_of_year(2024, trained("≥1400人", "1500人"), EMPLOYED, CONTENT)
    )

    assert on_page(city, record, ".threads .mark.softened") == []


def test_each_indicator_stands_in_one_row_with_target_and_result_of_every_year(city):
    record = two_years(city)

    assert on_page(city, record, ".threads tbody tr:first-child td")[:4] == [
        "≥1500人", "1200人40 / 50 分", "≥1200人放宽 -20%", "1100人-8.3% 变差45.83 / 50 分措施同文",
    ]  # fmt: skip


def test_a_promise_that_is_repeated_word_for_word_is_told_with_both_texts(city):
    record = two_years(city)

    assert on_page(city, record, ".promises .mark") == ["今年仍扣分，原因和措施文字相同"]


def test_a_promise_after_which_there_are_full_marks_is_kept(city):
    record = two_years(
        city, now=form_of_year(2024, trained("≥1500人", "1600人"), EMPLOYED, CONTENT)
    )

    assert on_page(city, record, ".promises .mark") == ["今年得满分"]


def test_what_the_checks_find_between_the_years_leads_to_both_forms(city):
    record = two_years(city)

    assert on_page(city, record, ".between .n") == ["CF08"]
    assert on_page(city, record, ".between a") == ["2023 年度的表", "2024 年度的表"]


def test_the_unit_cost_is_the_money_over_the_one_thing_counted(city):
    record = two_years(city)

    shown = texts(at_browser(city.clerk), f"/forms/{record.number}/years/", ".glance > div .num")
    assert shown[-2:] == ["633.33元/人", "690.91元/人+9.1%"]


def test_money_rate_and_scores_stand_year_beside_year(city):
    record = two_years(city)

    rows = on_page(city, record, ".figures tbody tr")
    assert rows[1] == "全年预算（万元）8080"
    assert rows[3] == "预算执行率95.0%95.0%"


def test_every_number_that_is_drawn_stands_in_the_table_too(city):
    record = two_years(city)

    assert len(on_page(city, record, ".threads tbody tr:first-child .dot")) == 2


def test_a_form_that_is_not_evaluated_shows_targets_and_no_results(city):
    record_at(city, Step.CLOSED, form=BEFORE)
    record = record_at(city, Step.MONITORING, form=NOW)

    assert on_page(city, record, ".threads tbody tr:first-child td")[2:4] == [
        "≥1200人放宽 -20%",
        "—改进待看",
    ]


def test_targets_are_dashed_also_before_there_are_results(city):
    record_at(city, Step.TARGET_REVIEW, form=BEFORE)
    record = record_at(city, Step.TARGET_DRAFT, form=NOW)

    assert len(on_page(city, record, ".threads tbody tr:first-child .first.dashed")) == 1
    assert on_page(city, record, ".threads tbody tr:first-child .dot") == []


def test_a_project_of_one_year_says_so(city):
    record = record_at(city, Step.CLOSED)

    assert on_page(city, record, ".told") == ["这个项目只有一年的表，明年起可以对照。"]


def test_a_project_of_another_unit_by_the_same_name_is_another_project(city):
    record_at(city, Step.CLOSED, form=BEFORE)
    FormRecord.objects.update(organisation=city.other_bureau)
    record = record_at(city, Step.CLOSED, form=NOW)

    assert on_page(city, record, ".figures thead .num") == ["2024 年度"]


def test_a_form_of_the_year_in_between_may_be_missing(city):
    record = two_years(city, now=replace(NOW, year=2025))

    assert on_page(city, record, ".figures thead .num") == ["2023 年度", "2025 年度"]


def test_colleague_and_reviewer_see_it_and_a_stranger_does_not(city):
    record = two_years(city)
    address = f"/forms/{record.number}/years/"

    assert at_browser(city.colleague).get(address).status_code == 200
    assert at_browser(city.reviewer).get(address).status_code == 200
    assert at_browser(city.stranger).get(address).status_code == 404


def test_an_evaluator_sees_only_the_years_that_are_finished_of_what_they_were_given(city):
    record = two_years(city)
    FormRecord.objects.filter(year=2023).update(step=Step.SELF_EVALUATION)
    hand_over(city, *FormRecord.objects.all())

    address = f"/forms/{record.number}/years/"
    heads = texts(at_browser(city.third_party), address, ".figures thead .num")
    assert heads == ["2024 年度"]


def test_the_forms_page_says_in_short_what_changed(city):
    record = two_years(city)

    shown = texts(at_browser(city.clerk), f"/forms/{record.number}/", ".in-short li")
    assert shown[:2] == ["目标放宽 1 项", "改进未见效 1 项"]
    assert [each[:4] for each in shown[2:]] == ["CF08"]


def test_whoever_judges_a_form_is_told_in_one_line_above_it(city):
    record_at(city, Step.CLOSED, form=BEFORE)
    record = record_at(city, Step.DEPARTMENT_REVIEW, form=NOW)

    line = texts(at_browser(city.reviewer), f"/review/{record.number}/", ".last-year-line")
    assert [each[:29] for each in line] == ["与 2023 年度相比目标放宽 1 项改进未见效 1 项C"]


def test_an_evaluator_is_told_nothing_of_a_form_that_is_not_finished(city):
    record = two_years(city)
    FormRecord.objects.filter(year=2023).update(step=Step.SELF_EVALUATION)

    address = f"/forms/{record.number}/"
    assert texts(at_browser(city.third_party), address, ".in-short li") == []
    assert len(texts(at_browser(city.auditor), address, ".in-short li")) == 3
