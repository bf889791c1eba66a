from jiheng.scoring.branches import NOT_LIMITED
from jiheng.scoring.kernels import cost_limited, execution, total
from tests.scoring.packs import named, rules


def test_the_rate_times_the_weight_is_the_score():
    # 17461600 / 86870000 × 10 = 2.01008… → 2.01
    assert named(execution(17_461_600, 86_870_000, 1000, rules())) == (201, 201, "execution-linear")


def test_all_money_spent_is_the_whole_weight():
    assert named(execution(5, 5, 1000, rules())) == (1000, 1000, "execution-linear")


def test_more_than_the_budget_is_never_more_than_the_weight():
    # 338.31 / 329.77 = 102.59 %
    assert named(execution(33831, 32977, 1000, rules())) == (1000, 1000, "execution-capped")


def test_without_a_cap_more_than_the_budget_is_more_than_the_weight():
    # 11 / 10 × 10 = 11
    assert named(execution(11, 10, 1000, rules(capped=0))) == (1100, 1100, "execution-linear")


def test_under_bands_an_unspent_rest_leaves_open_whether_the_project_is_finished():
    # 85 % is in the band [80 %, 100 %): 7 of 10; a finished project gets 10
    points = execution(85, 100, 1000, rules("cn-2021-101"))

    assert named(points) == (700, 1000, "execution-band-or-done")


def test_under_bands_all_money_spent_is_full():
    points = execution(100, 100, 1000, rules("cn-2021-101"))

    assert named(points) == (1000, 1000, "execution-band")


def test_without_the_clause_on_finished_projects_a_band_is_one_score():
    points = execution(85, 100, 1000, rules("cn-2021-101", done_is_full=0))

    assert named(points) == (700, 700, "execution-band")


def test_a_budget_of_nothing_leaves_the_score_open():
    assert named(execution(0, 0, 1000, rules())) == (0, 1000, "zero-budget-open")


def test_a_budget_of_nothing_is_full_where_the_pack_says_so():
    assert named(execution(0, 0, 1000, rules(zero_budget=1))) == (1000, 1000, "zero-budget-full")


def test_a_budget_of_nothing_is_nothing_where_the_pack_says_so():
    assert named(execution(0, 0, 1000, rules(zero_budget=2))) == (0, 0, "zero-budget-zero")


def test_money_spent_without_a_budget_has_no_rate_whatever_the_pack_says():
    assert named(execution(5, 0, 1000, rules(zero_budget=1))) == (0, 1000, "zero-budget-spent")


def test_a_negative_execution_has_no_rate():
    assert named(execution(-5, 10, 1000, rules())) == (0, 1000, "zero-budget-spent")


def test_more_spent_than_the_budget_is_in_no_band():
    points = execution(105, 100, 1000, rules("cn-2021-101"))

    assert named(points) == (0, 1000, "execution-overspent")


CEILINGS = ((8000, 8900), (7000, 7900), (0, 100_000_000))


def test_a_rate_under_a_line_puts_a_ceiling_on_the_total():
    # 79 of 100 is under 80 %: 89 points at most
    points = total(9000, 9500, 79, 100, rules(ceilings=CEILINGS))

    assert named(points) == (8900, 8900, "ceiling")


def test_the_line_itself_is_not_under_it():
    assert total(9000, 9500, 80, 100, rules(ceilings=CEILINGS)) == (9000, 9500, NOT_LIMITED)


def test_the_lowest_of_the_ceilings_that_hold_counts():
    points = total(7000, 9500, 69, 100, rules(ceilings=CEILINGS))

    assert named(points) == (7000, 7900, "ceiling")


def test_a_total_under_the_ceiling_stays_as_it_is():
    assert total(5000, 6000, 50, 100, rules(ceilings=CEILINGS)) == (5000, 6000, NOT_LIMITED)


def test_without_a_rate_every_ceiling_may_hold():
    points = total(9000, 9500, 5, 0, rules(ceilings=CEILINGS))

    assert named(points) == (7900, 9500, "ceiling-open")


def test_without_ceilings_a_total_stays_as_it_is():
    assert total(9000, 9500, 0, 100, rules()) == (9000, 9500, NOT_LIMITED)


def test_a_cost_indicator_has_no_more_than_its_limit():
    points = cost_limited(800, 1000, rules(cost_limit=500))

    assert named(points) == (500, 500, "cost-limit")


def test_a_limit_that_holds_for_some_rows_only_leaves_it_open():
    points = cost_limited(1000, 1000, rules(cost_limit=500, cost_limit_is_sure=0))

    assert named(points) == (500, 1000, "cost-limit-open")


def test_a_cost_indicator_within_its_limit_stays_as_it_is():
    assert cost_limited(200, 500, rules(cost_limit=500)) == (200, 500, NOT_LIMITED)


def test_the_lowest_ceiling_counts_in_whatever_order_they_are_written():
    upside_down = ((7000, 7900), (8000, 8900))

    assert total(9000, 9500, 69, 100, rules(ceilings=upside_down))[:2] == (7900, 7900)
