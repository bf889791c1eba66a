from jiheng.corpus.auditing.questions.years import target_softened
from jiheng.rulebook.messages import worded
from tests.corpus.auditing.forms import form, registered, row


def of_year(number: int, year: int, target: str, **more):
    more = {"project": "技能培训补助", **more}
    return form(number, row("培训人数", target, "500人"), year=year, **more)


def questions(folder, *forms):
    kept = {each.id: each for each in forms}
    register = registered(folder, *forms)
    return list(target_softened(register, lambda ids: iter([kept[each] for each in ids])))


def test_a_target_lower_than_last_years_is_asked_about(tmp_path):
    (question,) = questions(tmp_path, of_year(0, 2023, "≥500人"), of_year(1, 2024, "≥300人"))

    assert dict(question.told.values)["first"] == "培训人数"
    assert [(each.form, each.at) for each in question.members] == [(1, "indicators[0].target")]
    assert worded(question.members[0].value) == "培训人数：≥500人 → ≥300人"


def test_a_higher_target_is_not(tmp_path):
    assert questions(tmp_path, of_year(0, 2023, "≥500人"), of_year(1, 2024, "≥600人")) == []


def test_years_apart_are_not_compared(tmp_path):
    assert questions(tmp_path, of_year(0, 2022, "≥500人"), of_year(1, 2024, "≥300人")) == []


def test_projects_of_other_units_are_not_compared(tmp_path):
    earlier = of_year(0, 2023, "≥500人", unit="平川县就业局")

    assert questions(tmp_path, earlier, of_year(1, 2024, "≥300人")) == []


def test_with_two_forms_of_one_year_nobody_knows_which_follows(tmp_path):
    twice = (of_year(0, 2023, "≥500人"), of_year(1, 2023, "≥400人"))

    assert questions(tmp_path, *twice, of_year(2, 2024, "≥300人")) == []
