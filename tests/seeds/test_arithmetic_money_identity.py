"""What a careful reader finds in the published forms about totals, money, dates and headings."""

import pytest

from jiheng.audit.engine import audit_form
from jiheng.model.audit import Finding
from jiheng.pipeline.reading import read_file
from jiheng.rulebook.choosing import choose_pack
from jiheng.scoring.score import score_form
from tests.seeds.seed_files import needs_seeds, seed

pytestmark = needs_seeds

TEMPLATE = "AR04 error template", "AR05 error template"
EXACT = "BU13 info unit"
HEADING = "ID06 info template"
ALL_GUIZHOU = "AR08 info unit", "BU16 info system", "ID01 warning unit"

EXPECTED = {
    ("guyuan", 0): {*TEMPLATE, EXACT, HEADING},
    ("guyuan", 1): {*TEMPLATE, EXACT, HEADING},
    ("guyuan", 2): {*TEMPLATE, EXACT, "AR03 error unit"},
    ("guyuan", 3): {*TEMPLATE, EXACT},
    ("guyuan", 4): {*TEMPLATE, EXACT, HEADING},
    ("guyuan", 5): {*TEMPLATE, EXACT},
    ("guyuan", 6): {*TEMPLATE, EXACT, HEADING},
    ("guyuan", 7): {*TEMPLATE, EXACT},
    ("liupanshui", 0): {*ALL_GUIZHOU, "BU09 warning unit", "BU14 warning unit"},
    ("liupanshui", 1): {*ALL_GUIZHOU, EXACT, "AR01 error unit", "AR09 error unit"},
    ("liupanshui", 2): {*ALL_GUIZHOU, EXACT},
    ("liupanshui", 3): {*ALL_GUIZHOU, EXACT},
    ("liupanshui", 4): {*ALL_GUIZHOU, EXACT},
    ("liupanshui", 5): {*ALL_GUIZHOU, EXACT},
}


def _findings(name: str, index: int) -> dict[str, Finding]:
    form = read_file(seed(name))[index].form
    choice = choose_pack(form)
    audit = audit_form(score_form(form, choice.pack, choice.why))
    return {
        f"{finding.code} {finding.severity} {finding.mend}": finding
        for finding in audit.findings
        if finding.code.startswith(("AR", "BU", "ID"))
    }


@pytest.mark.parametrize(("name", "index"), EXPECTED)
def test_the_form_has_these_findings_and_no_other(name: str, index: int):
    assert set(_findings(name, index)) == EXPECTED[name, index]


@pytest.mark.parametrize(
    ("index", "printed", "rows"),
    [(0, "40、40、20", "50、30、10"), (1, "20", "10"), (7, "40、40、20", "55、25、10")],
)
def test_the_headings_differ_from_their_rows(index: int, printed: str, rows: str):
    finding = _findings("guyuan", index)["AR04 error template"]

    assert (finding.printed, finding.expected) == (printed, rows)


def test_the_headings_of_the_template_make_110():
    finding = _findings("guyuan", 0)["AR05 error template"]

    assert (finding.printed, finding.expected, finding.difference) == ("110", "100", "10")


def test_the_blank_weight_is_shown_beside_the_heading_that_prints_it():
    finding = _findings("guyuan", 2)["AR03 error unit"]

    assert finding.at == ("funds.lines[0].weight", "funds.heading_weight")
    assert finding.expected == "10"


def test_the_total_differs_from_its_scores_and_from_the_conclusion_for_one_cause():
    found = _findings("liupanshui", 1)
    total, conclusion = found["AR01 error unit"], found["AR09 error unit"]

    assert (total.printed, total.expected, total.difference) == ("100", "97.5", "2.5")
    assert (conclusion.printed, conclusion.expected) == ("100", "97.5")
    assert total.group == conclusion.group
    assert total.mend_at == conclusion.mend_at == ("total.score",)


def test_a_fifth_of_the_money_was_spent_and_the_reason_belongs_into_the_outcome():
    finding = _findings("liupanshui", 0)["BU09 warning unit"]

    assert finding.values["rate"] == "20.1%"
    assert finding.mend_at == ("goal.actual",)
