"""What the checks find between a project's forms, and with the report of its monitoring."""

from msgspec.structs import replace

from jiheng.web.chain.actions.report_monitoring import report_monitoring
from jiheng.web.chain.order import Achieved
from jiheng.web.chain.steps import Step
from jiheng.web.years.findings import found_over
from tests.web.chain.orders import order
from tests.web.city import FORM, record_at
from tests.web.pages.browsing import at_browser, texts
from tests.web.years.several import BEFORE, form_of_year, two_years

RED = (
    Achieved(path="indicators[0].", done="200人", forecast="900人"),
    Achieved(path="indicators[1].", done="正在实施", forecast="70%"),
    Achieved(path="indicators[2].", done="正在实施", forecast="90%"),
)


def monitored(city):
    """Return a form whose unit reported in summer, when it was far behind."""
    record = record_at(city, Step.MONITORING)
    achieved = tuple(replace(each, path=each.path.rstrip(".")) for each in RED)
    report_monitoring(order(city.clerk, record, achieved=achieved))
    record.refresh_from_db()
    return record


def test_a_forecast_below_the_target_and_full_marks_contradict_one_another(city):
    found = found_over((monitored(city),), "zh")

    assert [(each.code, each.severity) for each in found] == [("CF10", "warning"), ("CF10", "info")]
    assert "900人" in found[0].message


def test_the_finding_is_told_on_the_page_of_the_years(city):
    record = monitored(city)

    shown = texts(at_browser(city.clerk), f"/forms/{record.number}/years/", ".between b")
    assert shown == ["与监控表矛盾", "与监控表矛盾"]


def test_a_score_that_leaps_is_told_with_both_forms(city):
    before = replace(BEFORE, total=replace(FORM.total, score="80"))
    two_years(city, before, form_of_year(2024))
    record = record_at(city, Step.CLOSED, form=form_of_year(2022))

    page = f"/forms/{record.number}/years/"
    assert texts(at_browser(city.clerk), page, ".between .n") == ["CF09", "CF09"]


def test_what_is_not_evaluated_is_not_compared(city):
    two_years(city, BEFORE, form_of_year(2024))
    fallen = replace(BEFORE, year=2025, total=replace(FORM.total, score="60"))
    record = record_at(city, Step.MONITORING, form=fallen)

    page = f"/forms/{record.number}/years/"
    assert texts(at_browser(city.clerk), page, ".between .n") == []


def test_the_findings_speak_the_language_of_the_visitor(city):
    (first, *_) = found_over((monitored(city),), "en")

    assert first.title == "Contradicts the monitoring"
