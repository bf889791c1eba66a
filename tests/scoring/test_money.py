from tests.scoring.forms import form, money_item, scored


def test_the_national_rate_divides_by_the_budget_of_the_whole_year():
    assert money_item("100 | 80 | 60 | 10 | 7.5").low == 750


def test_the_rate_of_a_place_may_divide_by_the_first_budget():
    assert money_item("100 | 80 | 60 | 10 | 6", "guyuan-2024").low == 600


def test_a_form_that_prints_one_budget_only_is_divided_by_that():
    assert money_item("100 | | 60 | 10 | 6").low == 600


def test_a_budget_other_than_the_packs_is_named_in_the_calculation():
    row = money_item("100 | | 60 | 10 | 6")

    assert row.arithmetic == "60 ÷ 100 = 60%；10 × 60% = 6（表上没有全年预算数，按年初预算数）"


def test_the_points_in_the_heading_count_for_a_blank_cell():
    assert money_item("17.52 | 17.52 | 17.52 | | 10", heading="10").weight == 1000


def test_a_line_without_points_anywhere_is_not_scored():
    assert money_item("5 | 5 | 5 | |").branch == "unscored"


def test_a_blank_execution_leaves_the_score_open():
    row = money_item("5 | 5 | | 10 |")

    assert (row.branch, row.low, row.high) == ("blank-money", 0, 1000)


def test_the_rate_is_an_exact_fraction():
    result = scored(form(money="30 | 30 | 10 | 10 | 3.33"))

    assert result.rate == (1, 3)


def test_budget_and_execution_are_kept_in_yuan():
    result = scored(form(money="30 | 30 | 10 | 10 | 3.33"))

    assert (result.budget.amount, result.executed.amount) == (300_000_0000, 100_000_0000)


def test_money_spent_on_a_budget_of_nothing_has_no_rate():
    result = scored(form(money="0 | 0 | 3 | 10 |"))

    assert (result.rate, result.execution.branch) == (None, "zero-budget-spent")
