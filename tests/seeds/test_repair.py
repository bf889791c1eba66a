"""What is proposed for the published forms: one wrong total, and questions."""

import pytest

from jiheng.pipeline.repair.files import RepairedFile, repair_file
from tests.seeds.seed_files import FILES, needs_seeds, seed

pytestmark = needs_seeds

AGAINST_THE_RULE = {"guyuan": [2, 2, 2, 2, 1, 1, 1, 2], "liupanshui": [0, 0, 0, 0, 0, 0]}
"""How many scores a form has that its rule would not give."""


@pytest.fixture(scope="module", params=sorted(FILES))
def repaired(request) -> tuple[str, RepairedFile]:
    return request.param, repair_file(seed(request.param))


def test_only_the_total_of_the_second_form_of_liupanshui_is_corrected():
    edits = [
        (each.form.index, edit.path, edit.old, edit.new)
        for name in FILES
        for each in repair_file(seed(name)).repairs
        for edit in each.edits
    ]

    assert edits == [(2, "total.score", "100", "97.5")]


def test_the_corrected_total_ends_both_findings_of_its_cause():
    repair = repair_file(seed("liupanshui")).repairs[1]

    assert repair.causes[0].codes == ("AR01", "AR09")
    assert repair.mended == ("AR01", "AR09")


def test_every_score_against_its_rule_is_asked_about(repaired):
    name, found = repaired
    asked = [
        sum(
            each.at[0].endswith(".score") and each.code.startswith("SC")
            for each in repair.questions
        )
        for repair in found.repairs
    ]

    assert asked == AGAINST_THE_RULE[name]


def test_under_the_national_rule_a_score_of_zero_is_asked_about_with_what_the_rule_gives():
    repair = repair_file(seed("liupanshui"), pack_id="cn-2020-10").repairs[2]
    (asked,) = [each for each in repair.questions if each.code == "SC04"]

    assert "写作 0，按规则应为 9.36" in asked.text


def test_no_total_is_raised(repaired):
    _, found = repaired
    raised = [
        each.form.id for each in found.repairs if float(each.proposed or 0) > float(each.total or 0)
    ]

    assert raised == []


def test_errors_between_the_forms_are_counted_too():
    assert repair_file(seed("liupanshui")).across == 1
