"""Findings that somebody let stand, with reason and name, until their cell changes."""

from msgspec import Struct

from jiheng.audit.cells import text_at
from jiheng.model.audit import Finding, Waiver
from jiheng.model.form import Form


class WaiverRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One waiver of ``jiheng.toml``.

    Attributes:
        project: name of the project whose form it is.
        at: the cell, as the finding names it.
        text: what stood in the cell when it was waived; another text ends the waiver.
    """

    code: str
    project: str
    at: str
    text: str = ""
    reason: str
    by: str


def waiver_for(finding: Finding, form: Form, rules: tuple[WaiverRule, ...]) -> Waiver | None:
    """Return the waiver that holds for a finding, or None."""
    for rule in rules:
        if (
            rule.code == finding.code
            and rule.project == form.project.name
            and rule.at in finding.at
            and rule.text == (text_at(form, rule.at) or "")
        ):
            return Waiver(reason=rule.reason, by=rule.by)
    return None
