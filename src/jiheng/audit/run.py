"""All forms of a run together: the checks across forms, and what is told once."""

from jiheng.audit.averages import averages_of
from jiheng.audit.catalogue import RUN_CHECKS
from jiheng.audit.check import Check, RunCheck, RunOutcome
from jiheng.audit.engine import form_key
from jiheng.audit.readings import gently_between
from jiheng.audit.told_once import told_once
from jiheng.model.audit import Audit, CheckResults, Refusal, Repeat, Run, RunFinding, RunPass
from jiheng.rulebook.messages import say, template, worded, worded_or_none
from jiheng.scoring.scored import ScoredForm

Said = tuple[tuple[Check[RunCheck], tuple[RunOutcome, ...]], ...]


def audit_run(
    scored: tuple[ScoredForm, ...],
    audits: tuple[Audit, ...],
    refused: tuple[Refusal, ...] = (),
    language: str = "zh",
    repeated: tuple[Repeat, ...] = (),
    beside: tuple[ScoredForm, ...] = (),
) -> Run:
    """Return what is said of all forms of a run together.

    Args:
        scored: the forms, in the order of their audits.
        audits: one audit a form.
        refused: the files that could not be read.
        language: of the messages.
        repeated: the files that were left out, since an earlier one is the same.
        beside: the forms without scores of their own, such as goal tables.

    Returns:
        The findings of the checks across forms, then one finding for each fault of a template or
        a system, with all its forms; and the averages of the whole.
    """
    every = (*scored, *beside)
    said = _said(RUN_CHECKS, every)
    across = _findings(said, every, language)
    averages = averages_of(scored)
    return Run(
        forms=len(scored),
        waived=sum(audit.waived for audit in audits),
        findings=(*across, *told_once(scored, audits, language)),
        passes=tuple(
            RunPass(code=check.code, message=_worded(check, outcome, language), at=outcome.at)
            for check, outcomes in said
            for outcome in outcomes
            if not outcome.failed and outcome.message
        ),
        checks=_results(said),
        refused=refused,
        repeated=repeated,
        beside=tuple(form_key(each) for each in beside),
        execution_by_money=averages.execution_by_money,
        execution_by_mean=averages.execution_by_mean,
        score_by_money=averages.score_by_money,
        score_by_mean=averages.score_by_mean,
    )


def found_between(
    checks: tuple[Check[RunCheck], ...], forms: tuple[ScoredForm, ...], language: str = "zh"
) -> tuple[RunFinding, ...]:
    """Return what some of the checks across forms find between these forms."""
    return _findings(_said(checks, forms), forms, language)


def _said(checks: tuple[Check[RunCheck], ...], forms: tuple[ScoredForm, ...]) -> Said:
    return tuple((check, tuple(check.run(forms))) for check in checks)


def _findings(said: Said, scored: tuple[ScoredForm, ...], language: str) -> tuple[RunFinding, ...]:
    forms = {each.form.id: each.form for each in scored}
    return tuple(
        gently_between(_finding(check, outcome, language), forms, language)
        for check, outcomes in said
        for outcome in outcomes
        if outcome.failed
    )


def _worded(check: Check[RunCheck], outcome: RunOutcome, language: str) -> str:
    key = f"{check.code[:2].lower()}.{check.code}.{outcome.message}"
    return say(key, language, **outcome.values)


def _finding(check: Check[RunCheck], outcome: RunOutcome, language: str) -> RunFinding:
    return RunFinding(
        code=check.code,
        name=check.name,
        severity=outcome.severity or check.severity,
        mend=check.mend,
        message=_worded(check, outcome, language),
        values={name: worded(told, language) for name, told in outcome.values.items()},
        at=outcome.at,
        mend_at=outcome.mend_at,
        printed=worded_or_none(outcome.printed, language),
        expected=worded_or_none(outcome.expected, language),
        difference=worded_or_none(outcome.difference, language),
        advice=template(f"{check.code[:2].lower()}.{check.code}.advice", language),
        law=check.sources[0],
    )


def _results(said: Said) -> CheckResults:
    failed = {check.code for check, outcomes in said if any(one.failed for one in outcomes)}
    made = {check.code for check, outcomes in said if outcomes}
    codes = tuple(check.code for check, _ in said)
    return CheckResults(
        failed=tuple(code for code in codes if code in failed),
        passed=tuple(code for code in codes if code in made - failed),
        not_applicable=tuple(code for code in codes if code not in made),
    )
