from jiheng.corpus.auditing.questions.figures import same_figures
from jiheng.rulebook.corpus_limits import corpus_limits
from tests.corpus.auditing.forms import asked, form, registered, row

FIRST = (
    row("参保人数", "≥11000人", "11476人"),
    row("发放补贴人次", "≥2000人次", "2183人次"),
    row("培训学时", "≥900学时", "937学时"),
)
ROUND = (
    row("参保人数", "≥12000人", "12000人"),
    row("发放补贴人次", "≥500人次", "500人次"),
    row("参保率", "≥95%", "97.35%"),
)


def questions(folder, *forms):
    return asked(same_figures(folder, registered(folder, *forms), corpus_limits()))


def test_three_same_figures_in_two_units_are_asked_about(tmp_path):
    forms = (form(0, *FIRST, unit="甲县就业局"), form(1, *FIRST, unit="乙县就业局"))

    ((kind, told, places),) = questions(tmp_path, *forms)

    assert kind == "same-figures"
    assert (told["count"], told["forms"], told["figures"]) == ("2", "2", "3")
    assert sorted(places) == [
        (at, f"indicators[{row}].actual") for at in (0, 1) for row in range(3)
    ]


def test_two_same_figures_may_be_chance(tmp_path):
    forms = (form(0, *FIRST, unit="甲县就业局"), form(1, *FIRST[:2], unit="乙县就业局"))

    assert questions(tmp_path, *forms) == []


def test_round_figures_and_rates_are_met_again_by_chance(tmp_path):
    forms = (form(0, *ROUND, unit="甲县就业局"), form(1, *ROUND, unit="乙县就业局"))

    assert questions(tmp_path, *forms) == []


def test_two_forms_of_one_unit_are_another_matter(tmp_path):
    assert questions(tmp_path, form(0, *FIRST), form(1, *FIRST)) == []


def test_forms_of_two_years_are_another_matter(tmp_path):
    forms = (form(0, *FIRST, unit="甲局", year=2023), form(1, *FIRST, unit="乙局"))

    assert questions(tmp_path, *forms) == []


def test_figures_that_very_many_forms_have_were_given_to_all(tmp_path):
    forms = [form(at, *FIRST, unit=f"第{at}局") for at in range(21)]

    assert questions(tmp_path, *forms) == []


def test_a_corpus_without_figures_is_borne(tmp_path):
    assert questions(tmp_path, form(0)) == []
