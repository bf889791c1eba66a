"""The figures that lists sort and add up: made with every save, every step."""

from datetime import date

from msgspec.structs import replace

from jiheng.audit.catalogue import FORM_CHECKS
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.steps import Step
from jiheng.web.lists.figures import catch_up
from jiheng.web.lists.models import Figures
from jiheng.web.lists.tally import BY_RULE, COLUMNS, KINDS, Tally
from tests.web.chain.orders import cell, order
from tests.web.city import FORM, record_at


def figures_of(record) -> Figures:
    """Return the figures that are stored of a form."""
    return Figures.objects.get(record=record)


def test_money_is_counted_in_yuan_and_scores_in_hundredths(city):
    figures = figures_of(record_at(city, Step.SELF_EVALUATION))

    # 80万元 and 76万元 in 1/10,000 yuan; 76 ÷ 80 = 95 %
    assert (figures.budget, figures.executed) == (80_0000_0000, 76_0000_0000)
    assert (figures.rate, figures.printed) == (9500, 9950)


def test_money_in_an_unknown_unit_is_unknown_and_not_zero(city):
    form = replace(FORM, funds=replace(FORM.funds, unit=None))
    figures = figures_of(record_at(city, Step.SELF_EVALUATION, form=form))

    assert (figures.budget, figures.executed, figures.rate) == (None, None, None)


def test_an_amount_that_no_column_holds_is_unknown(city):
    line = replace(FORM.funds.lines[0], adjusted_budget="9" * 30)
    form = replace(FORM, funds=replace(FORM.funds, lines=(line,)))

    assert figures_of(record_at(city, Step.SELF_EVALUATION, form=form)).budget is None


def test_a_form_before_its_results_has_no_scores(city):
    figures = figures_of(record_at(city, Step.TARGET_REVIEW))

    assert (figures.is_judged, figures.printed, figures.executed) == (False, None, None)


def test_a_saved_cell_changes_the_figures(city):
    record = record_at(city, Step.SELF_EVALUATION)

    fill(order(city.clerk, record, changes=cell("indicators[0].score", "47.5")))

    figures = figures_of(record)
    # the total is summed up by itself
    assert figures.printed == 9700
    # the rule gives 50 points for what was reached, and no reason says where 2.5 went: two errors
    assert figures.errors == 2
    assert figures.priority == figures.stake * (3 * figures.errors + figures.warnings)


def test_a_step_changes_the_deadline(city):
    record = record_at(city, Step.SELF_EVALUATION)
    before = figures_of(record).due

    hand_in(order(city.clerk, record))

    assert (before, figures_of(record).due) == (date(2025, 3, 15), date(2025, 3, 31))


def test_a_return_is_seen_until_it_is_taken_up(city):
    record = record_at(city, Step.DEPARTMENT_REVIEW)
    send_back(order(city.reviewer, record, reason="请核对"))
    returned = figures_of(record).is_returned

    resubmit(order(city.clerk, record, reason="已核对，无误"))

    assert (returned, figures_of(record).is_returned) == (True, False)


def test_forms_from_before_there_were_figures_get_them(city):
    record = record_at(city, Step.SELF_EVALUATION)
    Figures.objects.all().delete()

    catch_up()

    assert figures_of(record).printed == 9950


def test_a_deadline_that_a_route_has_changed_reaches_the_lists(city):
    record = record_at(city, Step.SELF_EVALUATION)
    Figures.objects.update(due=date(2025, 1, 1))

    catch_up()

    assert figures_of(record).due == date(2025, 3, 15)


def test_findings_are_counted_by_kind_and_severity(city):
    wrong = replace(FORM, total=replace(FORM.total, score="98"))
    figures = figures_of(record_at(city, Step.SELF_EVALUATION, form=wrong))

    # 98 is not the sum of the scores: AR01
    assert (figures.ar_error, figures.errors) == (1, 1)
    counted = [getattr(figures, name) for name in COLUMNS if name != BY_RULE]
    assert sum(counted) == figures.errors + figures.warnings + figures.hints


def test_grades_are_those_of_the_score_and_of_what_the_rules_allow(city):
    half = replace(FORM.indicators[0], actual="600人")
    form = replace(FORM, indicators=(half, *FORM.indicators[1:]))
    figures = figures_of(record_at(city, Step.SELF_EVALUATION, form=form))

    # 99.5 as printed, 74.5 with 25 points of 50 for half of the target
    assert (figures.grade, figures.low_grade, figures.high_grade) == ("优", "中", "中")


def test_there_is_a_column_for_every_family_of_checks_and_every_severity():
    families = tuple(dict.fromkeys(check.code[:2] for check in FORM_CHECKS))
    fields = {field.name for field in Tally._meta.get_fields()}

    assert families == KINDS
    assert fields == set(COLUMNS)
