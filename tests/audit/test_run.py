"""What is said of all forms of a run together."""

import pytest

from jiheng.audit.catalogue import RUN_CHECKS
from jiheng.audit.engine import audit_form
from jiheng.audit.run import audit_run
from jiheng.model.audit import Audit, Finding, Refusal, Run, RunCell, Waiver
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm
from tests.audit.forms import build

ROWS = "产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 90 | {score}"


def _scored(index: int, **parts: object) -> ScoredForm:
    return score_form(build(parts, index), load_pack("cn-2020-10"))


def _form(index: int, budget: str, executed: str, score: str) -> ScoredForm:
    return _scored(
        index,
        money=f"年度资金总额 | {budget} | {budget} | {executed} | 10 | | 0",
        indicators=ROWS.format(score=score),
        total=f"100 | {score}",
    )


def _run(*forms: ScoredForm) -> Run:
    return audit_run(forms, tuple(audit_form(form) for form in forms))


def _faulty(audit: Audit, mend: str, waived: Waiver | None = None) -> Audit:
    """Return the audit with one finding that somebody other than the unit can mend."""
    finding = Finding(
        code="VA03",
        name="operator-in-actual",
        severity="info",
        mend=mend,
        message="实际完成值带着符号",
        at=("indicators[0].actual",),
        mend_at=("indicators[0].actual",),
        printed="≥120人",
        waived=waived,
    )
    return Audit(
        form=audit.form,
        pack=audit.pack,
        pack_verified=audit.pack_verified,
        verdict=audit.verdict,
        score=audit.score,
        findings=(finding,),
        checks=audit.checks,
    )


def _told(*layouts: str, mend: str = "system", waived: Waiver | None = None) -> Run:
    forms = tuple(_scored(index, layout=layout) for index, layout in enumerate(layouts, 1))
    return audit_run(forms, tuple(_faulty(audit_form(form), mend, waived) for form in forms))


def test_a_large_project_counts_more_by_money_than_in_the_plain_mean():
    # 900 of 1,000 and 10 of 100: 910 / 1100 = 82.727… %, (90 + 10) / 2 = 50 %
    run = _run(_form(1, "1000", "900", "90"), _form(2, "100", "10", "60"))

    assert (run.execution_by_money, run.execution_by_mean) == ("82.73", "50.00")


def test_scores_are_weighed_by_budget_and_averaged_plainly():
    # (90 × 1000 + 60 × 100) / 1100 = 87.2727…, (90 + 60) / 2 = 75
    run = _run(_form(1, "1000", "900", "90"), _form(2, "100", "10", "60"))

    assert (run.score_by_money, run.score_by_mean) == ("87.27", "75.00")


def test_the_mean_is_rounded_half_up():
    # (90 + 90 + 90.01 + 90.01) / 4 = 90.005
    scores = ("90", "90", "90.01", "90.01")

    run = _run(*(_form(index, "10", "9", score) for index, score in enumerate(scores, 1)))

    assert run.score_by_mean == "90.01"


def test_the_score_of_a_form_is_the_sum_of_its_rows_and_not_a_mistyped_total():
    form = _scored(1, indicators=ROWS.format(score="87.5"), total="100 | 100")

    assert _run(form).score_by_mean == "97.50"


def test_a_form_without_budget_counts_in_the_plain_mean_alone():
    run = _run(
        _form(1, "1000", "900", "90"), _scored(2, money="", indicators=ROWS.format(score="60"))
    )

    assert (run.execution_by_mean, run.score_by_money, run.score_by_mean) == (
        "90.00",
        "90.00",
        "75.00",
    )


def test_a_run_without_forms_has_no_averages():
    run = audit_run((), (), (Refusal(path="a.txt", reason="读不出"),))

    assert (run.forms, run.execution_by_money, run.score_by_mean) == (0, None, None)
    assert run.refused[0].path == "a.txt"


def test_a_fault_of_the_system_is_told_once_with_the_cells_of_all_forms():
    (finding,) = [found for found in _told("甲", "甲", "甲").findings if found.code == "VA03"]

    assert finding.at == tuple(
        RunCell(form=f"000000000000-{index}", cell="indicators[0].actual") for index in (1, 2, 3)
    )
    assert finding.message.startswith("3 份表")


def test_two_layouts_are_told_apart():
    found = [found for found in _told("甲", "乙").findings if found.code == "VA03"]

    assert len(found) == 2


@pytest.mark.parametrize(("mend", "word"), [("template", "模板"), ("system", "系统")])
def test_the_sentence_names_who_can_mend_it(mend: str, word: str):
    (finding,) = [found for found in _told("甲", mend=mend).findings if found.code == "VA03"]

    assert word in finding.message


def test_a_fault_of_the_unit_is_not_told_again():
    assert [found for found in _told("甲", mend="unit").findings if found.code == "VA03"] == []


def test_a_waived_fault_is_not_told_again():
    waived = Waiver(reason="旧模板", by="李")

    run = _told("甲", waived=waived)

    assert [found for found in run.findings if found.code == "VA03"] == []


def test_checks_that_made_no_comparison_are_listed_as_not_applicable():
    checks = _run(_scored(1)).checks

    assert checks.not_applicable == tuple(check.code for check in RUN_CHECKS)
