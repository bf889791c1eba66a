"""Runs every check over one scored form and says what came of it."""

from msgspec.structs import replace

from jiheng.audit.catalogue import FORM_CHECKS
from jiheng.audit.cells import row_of, text_at
from jiheng.audit.check import Check, FormCheck, Outcome
from jiheng.audit.grouping import Failure, group_numbers, ties_of, without_superseded
from jiheng.audit.readings import gently
from jiheng.audit.summary import score_line, wire_items
from jiheng.audit.waivers import WaiverRule, waiver_for
from jiheng.model.audit import Audit, CheckResults, Finding, FormKey, Pass, Verdict
from jiheng.model.citation import Citation
from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.messages import say, template, worded, worded_or_none
from jiheng.scoring.scored import ScoredForm


def audit_form(
    scored: ScoredForm, waivers: tuple[WaiverRule, ...] = (), language: str = "zh"
) -> Audit:
    """Return all that can be said of one form under its rule pack."""
    outcomes = tuple((check, tuple(_run(check, scored))) for check in FORM_CHECKS)
    failures = without_superseded(
        tuple((check, outcome) for check, said in outcomes for outcome in said if outcome.failed)
    )
    findings = _numbered(failures, scored, waivers, language)
    at_stake = _points_at_stake(findings, scored)
    return Audit(
        form=form_key(scored),
        pack=scored.pack.id,
        pack_verified=scored.pack.is_verified,
        pack_why=scored.pack_why,
        silent=tuple(worded(told, language) for told in scored.pack.open_points),
        verdict=verdict_of(findings),
        score=score_line(scored),
        items=wire_items(scored),
        findings=findings,
        checks=_results(outcomes, findings),
        passes=tuple(
            _pass(check, outcome, language)
            for check, said in outcomes
            for outcome in said
            if not outcome.failed and outcome.message
        ),
        points_at_stake=format_points(at_stake),
        priority=format_points(at_stake * _pressure(findings)),
        proofs=scored.proofs,
    )


def verdict_of(findings: tuple[Finding, ...]) -> Verdict:
    """Return 有错误, 有疑点 or 未发现问题 for a form with these findings."""
    severities = {finding.severity for finding in findings if finding.counts}
    if "error" in severities:
        return "error"
    return "warning" if "warning" in severities else "clean"


def _run(check: Check[FormCheck], scored: ScoredForm) -> tuple[Outcome, ...]:
    override = scored.pack.checks.get(check.code)
    if override is not None and override.value == "off":
        return ()
    return tuple(check.run(scored))


def _finding(
    check: Check[FormCheck], outcome: Outcome, scored: ScoredForm, language: str
) -> Finding:
    override = scored.pack.checks.get(check.code)
    ruled = None if override is None or override.value == "off" else override.value
    group = check.code[:2].lower()
    return Finding(
        code=check.code,
        name=check.name,
        severity=outcome.severity or ruled or check.severity,
        mend=outcome.mend or check.mend,
        message=say(f"{group}.{check.code}.{outcome.message}", language, **outcome.values),
        values={name: worded(told, language) for name, told in outcome.values.items()},
        at=outcome.at,
        mend_at=outcome.mend_at,
        printed=worded_or_none(outcome.printed, language),
        expected=worded_or_none(outcome.expected, language),
        difference=worded_or_none(outcome.difference, language),
        advice=template(f"{group}.{check.code}.advice", language),
        law=outcome.law or _source(check, scored),
    )


def _source(check: Check[FormCheck], scored: ScoredForm) -> Citation | None:
    """Return the check's first source that may be cited in the form's place."""
    places = scored.pack.places
    return next((source for source in check.sources if source.holds_in(places)), None)


def _numbered(
    failures: tuple[Failure, ...],
    scored: ScoredForm,
    waivers: tuple[WaiverRule, ...],
    language: str,
) -> tuple[Finding, ...]:
    findings = tuple(
        gently(_finding(check, said, scored, language), scored.form, language)
        for check, said in failures
    )
    ties = (ties_of(found, said.cause) for found, (_, said) in zip(findings, failures, strict=True))
    numbers = group_numbers(tuple(ties))
    return tuple(
        replace(finding, group=number, waived=waiver_for(finding, scored.form, waivers))
        for finding, number in zip(findings, numbers, strict=True)
    )


def _pass(check: Check[FormCheck], outcome: Outcome, language: str) -> Pass:
    key = f"{check.code[:2].lower()}.{check.code}.{outcome.message}"
    return Pass(code=check.code, message=say(key, language, **outcome.values), at=outcome.at)


def _results(
    outcomes: tuple[tuple[Check[FormCheck], tuple[Outcome, ...]], ...],
    findings: tuple[Finding, ...],
) -> CheckResults:
    failed = {finding.code for finding in findings}
    passed = {
        check.code
        for check, said in outcomes
        if check.code not in failed and any(not outcome.failed for outcome in said)
    }
    codes = tuple(check.code for check, _ in outcomes)
    return CheckResults(
        failed=tuple(code for code in codes if code in failed),
        passed=tuple(code for code in codes if code in passed),
        not_applicable=tuple(code for code in codes if code not in failed | passed),
    )


def _points_at_stake(findings: tuple[Finding, ...], scored: ScoredForm) -> int:
    """Return the weights that errors and doubts touch; a wrong total puts all at stake."""
    cells = {
        path
        for finding in findings
        if finding.counts and finding.severity != "info"
        for path in finding.at
    }
    weights = {row_of(item.at): item.weight or 0 for item in scored.items}
    if "total.score" in cells:
        return parse_points(text_at(scored.form, "total.weight")) or sum(weights.values())
    touched = {row_of(path) for path in cells}
    return sum(weight for row, weight in weights.items() if row in touched)


def _pressure(findings: tuple[Finding, ...]) -> int:
    told = [finding.severity for finding in findings if finding.counts]
    return 3 * told.count("error") + told.count("warning")


def form_key(scored: ScoredForm) -> FormKey:
    """Return which form it is."""
    form = scored.form
    return FormKey(
        id=form.id,
        project=form.project.name,
        year=form.year,
        path=form.source.path,
        index=form.source.index,
    )
