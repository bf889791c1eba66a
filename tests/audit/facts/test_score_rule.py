"""A printed score beside its rule: what is compared, and at which cells."""

from msgspec.structs import replace

from jiheng.audit.engine import audit_form
from jiheng.audit.facts.rows import target_cell
from jiheng.audit.facts.score_rule import bounds_of
from jiheng.model.form import Form
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm
from tests.audit.forms import build

SHORT = build({"indicators": "产出指标(90分) | 数量指标 | 培训人数 | ≥100人 | 80人 | 90 | 70"})


def _scored(form: Form) -> ScoredForm:
    return score_form(form, load_pack("cn-2020-10"))


def _with(**fields: str) -> Form:
    return replace(SHORT, indicators=(replace(SHORT.indicators[0], **fields),))


def test_a_score_is_compared_with_the_lowest_and_highest_that_the_rule_gives():
    (row,) = _scored(SHORT).indicators

    assert bounds_of(row) == (7000, 7200, 7200)


def test_a_row_with_a_declared_deduction_is_not_compared():
    (row,) = _scored(_with(deduction="2")).indicators

    assert bounds_of(row) is None


def test_a_deduction_of_zero_changes_nothing():
    (row,) = _scored(_with(deduction="0")).indicators

    assert bounds_of(row) == (7000, 7200, 7200)


def test_the_adjusted_target_is_the_cell_that_counts():
    (row,) = _scored(_with(adjusted_target="≥90人")).indicators

    assert target_cell(row) == "indicators[0].adjusted_target"


def test_a_shortfall_against_the_adjusted_target_points_to_it():
    audit = audit_form(_scored(_with(adjusted_target="≥90人")))
    (finding,) = [finding for finding in audit.findings if finding.code == "SC02"]

    assert finding.expected == "80"
    assert "indicators[0].adjusted_target" in finding.at
