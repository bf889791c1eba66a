"""What lists show of a form without opening it."""

from collections import Counter

import msgspec
from msgspec import Struct, field

from jiheng.model.audit import TOLD_ONCE, Finding, Severity
from jiheng.model.form import NOT_JUDGED, Form
from jiheng.model.points import parse_points
from jiheng.rulebook.pack import grade_of
from jiheng.web.chain.steps import EVALUATED, Step
from jiheng.web.forms.remembering import judged_here
from jiheng.web.lists.tally import tally_of


class Summary(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A form in one line.

    Attributes:
        supported: points that have evidence; None where nobody looks for any.
        recomputed: lowest and highest score by the rules; None where it cannot be said.
        grade: of the printed score, by the form's own rules; "" where it cannot be said.
        grades: those of the recomputed scores, the lowest first.
        errors, warnings, hints: findings that count against the form.
        tally: the same findings by the columns of ``lists.tally``.
        is_judged: it has results, so that the figures above mean something.
        once: what the template or the system did, and no form is counted for, as ``VA03:system``.
        codes: severity → check → how many of its findings count; of errors and doubts.
    """

    budget: str | None = None
    unit: str | None = None
    rate: str | None = None
    printed: str | None = None
    supported: str | None = None
    recomputed: tuple[str, str] | None = None
    grade: str = ""
    grades: tuple[str, ...] = ()
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    tally: dict[str, int] = field(default_factory=dict[str, int])
    at_stake: str = "0"
    is_judged: bool = False
    once: tuple[str, ...] = ()
    codes: dict[str, dict[str, int]] = field(default_factory=dict[str, dict[str, int]])


def summary_of(form: Form, step: Step, papers: str = "") -> str:
    """Return a form's summary as it is stored, with its record's papers."""
    line = form.total_line
    summary = Summary(
        budget=(line.adjusted_budget or line.initial_budget) if line else None,
        unit=form.funds.unit,
        rate=line.rate if line else None,
    )
    if step in EVALUATED and form.kind not in NOT_JUDGED:
        summary = _judged(summary, form, papers)
    return msgspec.json.encode(summary).decode()


def read_summary(stored: str) -> Summary:
    """Return a stored summary."""
    return msgspec.json.decode(stored, type=Summary)


def _judged(summary: Summary, form: Form, papers: str) -> Summary:
    judged = judged_here(form, papers)
    audit = judged.audit
    points = parse_points(audit.score.printed)

    def count(severity: Severity) -> int:
        return sum(each.counts and each.severity == severity for each in audit.findings)

    return msgspec.structs.replace(
        summary,
        printed=audit.score.printed,
        supported=audit.proofs.supported if audit.proofs else None,
        recomputed=audit.score.recomputed,
        grade=(grade_of(points, judged.pack.grades.value) or "") if points is not None else "",
        grades=audit.score.grade_recomputed,
        errors=count("error"),
        warnings=count("warning"),
        hints=count("info"),
        tally=tally_of(audit.findings),
        at_stake=audit.points_at_stake,
        is_judged=True,
        once=tuple(
            dict.fromkeys(
                f"{each.code}:{each.mend}" for each in audit.findings if each.mend in TOLD_ONCE
            )
        ),
        codes=_codes(audit.findings),
    )


def _codes(findings: tuple[Finding, ...]) -> dict[str, dict[str, int]]:
    severities: tuple[Severity, ...] = ("error", "warning")
    return {
        severity: dict(
            Counter(each.code for each in findings if each.counts and each.severity == severity)
        )
        for severity in severities
    }
