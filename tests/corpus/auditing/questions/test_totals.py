from jiheng.corpus.auditing.questions.totals import (
    average_above_peers,
    bunched_at_line,
    totals_all_alike,
)
from jiheng.rulebook.corpus_limits import corpus_limits
from tests.corpus.auditing.forms import asked, audited, form, registered

LIMITS = corpus_limits()


def totals(*of: str, **more):
    return [form(number, total=total, **more) for number, total in enumerate(of)]


def spread(below: int, above: int):
    """Forms of 20 outer totals on each side of 90, and so many beside it."""
    return totals(*["88.5"] * 20, *["89.5"] * below, *["90.2"] * above, *["91.5"] * 20)


def test_a_crowd_just_above_ninety_is_asked_about(tmp_path):
    register = registered(tmp_path, *spread(below=5, above=45))

    ((kind, told, places),) = asked(bunched_at_line(register, LIMITS))

    assert kind == "bunched-at-line"
    assert (told["line"], told["below"], told["above"], told["expected"]) == ("90", "5", "45", "25")
    assert len(places) == 45
    assert places[0] == (25, "total.score")


def test_an_even_spread_is_not(tmp_path):
    assert asked(bunched_at_line(registered(tmp_path, *spread(22, 28)), LIMITS)) == []


def test_few_forms_say_nothing(tmp_path):
    assert asked(bunched_at_line(registered(tmp_path, *spread(0, 30)), LIMITS)) == []


def test_a_department_is_looked_at_by_itself(tmp_path):
    others = [form(100 + at, total="89.5", department="甲局") for at in range(45)]
    crowd = [form(200 + at, total="90", department="乙局") for at in range(45)]
    register = registered(tmp_path, *others, *crowd)

    (question,) = asked(bunched_at_line(register, LIMITS))

    assert question[1]["whose"] == "乙局"


def test_years_are_not_mixed(tmp_path):
    forms = [*totals(*["90.5"] * 30, year=2023), *totals(*["90.5"] * 30, year=2024)]

    assert asked(bunched_at_line(registered(tmp_path, *forms), LIMITS)) == []


def district(first: str, *others: str):
    """Nine units of five forms each, of which the first has its own totals."""
    means = (first, *(others or ("82", "83", "81", "82", "84", "80", "82", "83")))
    return [
        form(10 * unit + at, total=total, unit=f"第{unit}局")
        for unit, total in enumerate(means)
        for at in range(5)
    ]


def test_a_unit_far_above_its_peers_is_asked_about(tmp_path):
    register = registered(tmp_path, *district("99"))

    ((kind, told, places),) = asked(average_above_peers(register, LIMITS))

    # The means are 80, 81, 82, 82, 82, 83, 83, 84, 99.
    assert kind == "average-above-peers"
    assert (told["unit"], told["mean"], told["median"], told["peers"]) == ("第0局", "99", "82", "9")
    assert len(places) == 5


def test_a_unit_a_little_above_its_peers_is_not(tmp_path):
    assert asked(average_above_peers(registered(tmp_path, *district("86.9")), LIMITS)) == []


def test_a_few_points_are_not_asked_about_even_where_all_peers_agree(tmp_path):
    register = registered(tmp_path, *district("86.9", *["82"] * 8))

    assert asked(average_above_peers(register, LIMITS)) == []


def test_many_points_are_not_asked_about_where_all_peers_differ(tmp_path):
    register = registered(
        tmp_path, *district("95", *["62", "67", "72", "77", "82", "87", "92", "97"])
    )

    assert asked(average_above_peers(register, LIMITS)) == []


def test_with_too_few_peers_no_average_is_compared(tmp_path):
    register = registered(tmp_path, *district("99")[:35])

    assert asked(average_above_peers(register, LIMITS)) == []


def test_units_of_other_regions_are_no_peers(tmp_path):
    forms = district("99")
    mixed = [*(audited(each, "640500") for each in forms[:5]), *forms[5:]]

    assert asked(average_above_peers(registered(tmp_path, *mixed), LIMITS)) == []


def test_five_totals_all_alike_are_asked_about(tmp_path):
    register = registered(tmp_path, *totals(*["96.5"] * 5))

    ((kind, told, _),) = asked(totals_all_alike(register, LIMITS))

    assert (kind, told["total"], told["count"]) == ("totals-all-alike", "96.5", "5")


def test_one_other_total_is_enough_not_to_ask(tmp_path):
    assert asked(totals_all_alike(registered(tmp_path, *totals(*["96.5"] * 5, "96")), LIMITS)) == []


def test_forms_without_a_total_or_a_unit_are_left_out(tmp_path):
    nameless = [form(100 + at, total="96.5", unit=None) for at in range(5)]
    register = registered(tmp_path, *totals(*["-"] * 5), *nameless)

    assert asked(totals_all_alike(register, LIMITS)) == []
