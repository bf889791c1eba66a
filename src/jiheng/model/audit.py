"""What an audit says: wire documents ``jiheng.audit/1`` and ``jiheng.run/1``."""

from typing import Literal

from msgspec import Struct, field

from jiheng.model.citation import Citation
from jiheng.model.proof import FormProofs

Severity = Literal["error", "warning", "info"]

Mend = Literal["unit", "template", "system", "rule"]
"""Who can mend a finding: the unit that filed the form, whoever drew up the template, whoever
runs the system that printed it, or whoever sets the rule."""

TOLD_ONCE: frozenset[Mend] = frozenset({"template", "system"})
"""Faults of these are told once for all forms, and never counted against a form."""

Verdict = Literal["error", "warning", "clean"]
"""有错误, 有疑点, 未发现问题."""


class RunCell(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cell of one form of a run."""

    form: str
    cell: str


class Waiver(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why and by whom a finding is let stand."""

    reason: str
    by: str


class Finding(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One contradiction in one form.

    Attributes:
        code: the check's code, such as AR01.
        name: the defect, such as total-differs.
        message: one sentence for the clerk, with the values in it.
        values: the message's named parameters.
        at: every compared cell, as paths; ``form`` where there is no cell.
        mend_at: the cells that could be changed.
        printed: what stands in the form.
        expected: what the rule or the arithmetic gives, where there is one answer.
        difference: printed minus expected, worded, where both are numbers.
        advice: what to do.
        group: findings of one number have one cause.
    """

    code: str
    name: str
    severity: Severity
    mend: Mend
    message: str
    values: dict[str, str] = field(default_factory=dict[str, str])
    at: tuple[str, ...]
    mend_at: tuple[str, ...] = ()
    printed: str | None = None
    expected: str | None = None
    difference: str | None = None
    advice: str | None = None
    law: Citation | None = None
    group: int = 0
    waived: Waiver | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts against its form: not waived, and not the template's or system's."""
        return self.waived is None and self.mend not in TOLD_ONCE


class Pass(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A comparison that came out right and is worth showing."""

    code: str
    message: str
    at: tuple[str, ...]


class Item(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One scored cell, printed and recomputed side by side.

    Attributes:
        printed: the score as printed, in points.
        recomputed: lowest and highest score that the rule allows, or None when it cannot be said.
        rule: the branch of the rule that was taken.
        arithmetic: the calculation, as one would write it on paper.
    """

    at: str
    printed: str | None
    recomputed: tuple[str, str] | None
    rule: str
    arithmetic: str
    law: Citation | None = None


class FormKey(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which form an audit is of."""

    id: str
    project: str | None = None
    year: int | None = None
    path: str = ""
    index: int = 1


class ScoreLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The form's score, printed and recomputed.

    Attributes:
        recomputed: lowest and highest total that the rule and its tolerance allow; None where
            they allow any.
    """

    printed: str | None
    recomputed: tuple[str, str] | None
    grade_printed: str | None = None
    grade_recomputed: tuple[str, ...] = ()
    ceiling: str | None = None


class CheckResults(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every check's outcome, by code."""

    failed: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()


class Audit(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.audit/1",
):
    """One form's audit.

    Attributes:
        pack_why: why this rule pack was taken.
        silent: what the pack's printed rule leaves open, as sentences.
        points_at_stake: sum of the weights that the findings touch, in points.
        proofs: how strong the proof of each point is; None where nobody looked for any.
    """

    form: FormKey
    pack: str
    pack_verified: bool
    pack_why: str = ""
    silent: tuple[str, ...] = ()
    verdict: Verdict
    score: ScoreLine
    items: tuple[Item, ...] = ()
    findings: tuple[Finding, ...] = ()
    checks: CheckResults
    passes: tuple[Pass, ...] = ()
    points_at_stake: str = "0"
    priority: str = "0"
    proofs: FormProofs | None = None

    @property
    def waived(self) -> int:
        """How many findings were let stand."""
        return sum(finding.waived is not None for finding in self.findings)


class RunFinding(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A finding across forms, or a template's or system's fault told once for all its forms."""

    code: str
    name: str
    severity: Severity
    mend: Mend
    message: str
    values: dict[str, str] = field(default_factory=dict[str, str])
    at: tuple[RunCell, ...]
    mend_at: tuple[RunCell, ...] = ()
    printed: str | None = None
    expected: str | None = None
    difference: str | None = None
    advice: str | None = None
    law: Citation | None = None


class RunPass(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A comparison across forms that came out right."""

    code: str
    message: str
    at: tuple[RunCell, ...]


class Refusal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file that could not be read, with the reason."""

    path: str
    reason: str


class Repeat(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file that holds the same forms as an earlier one of its run, and is counted once."""

    path: str
    same_as: str


class Run(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.run/1",
):
    """What is said of all forms together.

    Attributes:
        unjudged: forms that were read but are no self-evaluations, such as goal tables.
        beside: the same forms by their ids, which findings between forms name.
        waived: how many findings of the forms were let stand.
        execution_by_money: executed money over budget of all forms, in percent.
        execution_by_mean: mean of the forms' rates, in percent.
    """

    forms: int
    waived: int = 0
    findings: tuple[RunFinding, ...] = ()
    passes: tuple[RunPass, ...] = ()
    checks: CheckResults = CheckResults()
    refused: tuple[Refusal, ...] = ()
    repeated: tuple[Repeat, ...] = ()
    unjudged: tuple[Refusal, ...] = ()
    beside: tuple[FormKey, ...] = ()
    execution_by_money: str | None = None
    execution_by_mean: str | None = None
    score_by_money: str | None = None
    score_by_mean: str | None = None
