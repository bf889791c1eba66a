"""A finding never accuses on a reading that is in doubt."""

from msgspec.structs import replace

from jiheng.audit.engine import audit_form
from jiheng.audit.run import audit_run
from jiheng.model.form import Doubt
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

FORM = build({"total": "100 | 98", "conclusion": "单位绩效自评分数98分，自评等次为优。"})


def audited(*doubts: Doubt):
    form = replace(FORM, doubts=doubts)
    audit = audit_form(score_form(form, load_pack("cn-2020-10")))
    (found,) = [finding for finding in audit.findings if finding.code == "AR01"]
    return found, audit.verdict


def test_a_sure_reading_is_an_error():
    found, verdict = audited()

    assert (found.severity, verdict) == ("error", "error")


def test_a_compared_cell_in_doubt_makes_it_a_doubt():
    found, verdict = audited(Doubt(at="indicators[1].score", text="20", reason="ocr"))

    assert (found.severity, verdict) == ("warning", "warning")
    assert "存疑的读数" in found.message


def test_a_cell_too_many_puts_its_whole_row_in_doubt():
    found, _ = audited(Doubt(at="indicators[1].reason", text="20", reason="surplus-cell"))

    assert found.severity == "warning"


def test_a_doubt_elsewhere_changes_nothing():
    found, _ = audited(Doubt(at="indicators[1].level2", text="时效指标", reason="drift"))

    assert found.severity == "error"


def between(*doubts: Doubt):
    goals = build(
        {"kind": "goal-table", "indicators": "产出指标 | 数量指标 | 培训人数 | ≥150人"}, 1
    )
    own = replace(build({}, 2), doubts=doubts)
    scored = tuple(score_form(form, load_pack("cn-2020-10")) for form in (goals, own))
    run = audit_run(scored[1:], (audit_form(scored[1]),), beside=scored[:1])
    return next(found for found in run.findings if found.expected == "≥150人")


def test_a_sure_contradiction_between_forms_is_an_error():
    assert between().severity == "error"


def test_a_doubtful_cell_of_one_form_makes_a_contradiction_between_forms_a_doubt():
    found = between(Doubt(at="indicators[0].target", text="≥100人", reason="ocr"))

    assert found.severity == "warning"
    assert "存疑的读数" in found.message
