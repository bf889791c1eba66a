"""Findings that somebody let stand, with reason and name, until a compared cell changes."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.audit.cells import text_at
from jiheng.model.audit import Audit, Finding, Waiver
from jiheng.model.form import Form


class WaiverRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One waiver of ``jiheng.toml``.

    Attributes:
        project: name of the project whose form it is; "" where none was read.
        unit: the reporting or implementing unit, where several have a project of that name.
        texts: every cell that the finding compares, with what stood there when it was waived;
            another text, or another cell compared, ends the waiver.
    """

    code: str
    project: str
    unit: str | None = None
    texts: dict[str, str]
    reason: str
    by: str

    def holds(self, finding: Finding, form: Form) -> bool:
        """Whether it is this finding, of this form, and nothing that it compares has changed."""
        units = {form.reporting_unit, form.project.implementing_unit}
        return (
            self.code == finding.code
            and self.project == (form.project.name or "")
            and (self.unit is None or self.unit in units)
            and self.texts == compared_texts(finding, form)
        )


def compared_texts(finding: Finding, form: Form) -> dict[str, str]:
    """Return every cell that a finding compares, with what stands there."""
    return {cell: text_at(form, cell) or "" for cell in finding.at}


def waiver_for(finding: Finding, form: Form, rules: tuple[WaiverRule, ...]) -> Waiver | None:
    """Return the waiver that holds for a finding, or None."""
    rule = next((rule for rule in rules if rule.holds(finding, form)), None)
    return None if rule is None else Waiver(reason=rule.reason, by=rule.by)


def unused(
    rules: tuple[WaiverRule, ...], audited: Iterable[tuple[Form, Audit]]
) -> tuple[WaiverRule, ...]:
    """Return the rules that no finding of a run was waived by."""
    waived = tuple(
        (finding, form)
        for form, audit in audited
        for finding in audit.findings
        if finding.waived is not None
    )
    return tuple(
        rule for rule in rules if not any(rule.holds(finding, form) for finding, form in waived)
    )
