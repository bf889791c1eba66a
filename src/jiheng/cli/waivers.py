"""Waivers as they stand in ``jiheng.toml``: ready to be filled in, and those not used."""

import json
from collections.abc import Iterator

from jiheng.audit.waivers import WaiverRule, compared_texts
from jiheng.cli.drawing import harmless
from jiheng.cli.language import tell
from jiheng.model.audit import Finding
from jiheng.model.form import Form
from jiheng.pipeline.naming import called
from jiheng.pipeline.run import RunResult


def drafts(result: RunResult) -> Iterator[str]:
    """Yield a waiver for every error and doubt of a run; reason and name are left blank."""
    for entry in result.entries:
        for finding in entry.audit.findings:
            if finding.counts and finding.severity != "info":
                yield f"# {harmless(finding.message)}\n{_draft(finding, entry.form)}"


def _draft(finding: Finding, form: Form) -> str:
    unit = form.reporting_unit or form.project.implementing_unit
    given = {"code": finding.code, "project": form.project.name or "", "unit": unit}
    texts = compared_texts(finding, form)
    lines = [
        "[[waive]]",
        *(f"{key} = {_quoted(value)}" for key, value in given.items() if value is not None),
        'reason = ""',
        'by = ""',
        "[waive.texts]",
        *(f"{_quoted(cell)} = {_quoted(text)}" for cell, text in texts.items()),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Return a text as a basic string of TOML, which escapes as JSON does.

    What would steer a terminal is escaped too.
    """
    written = json.dumps(text, ensure_ascii=False)
    return "".join(sign if called(sign) == sign else f"\\u{ord(sign):04x}" for sign in written)


def unused_line(rule: WaiverRule) -> str:
    """Return the sentence that tells of a waiver that nothing was waived by."""
    project, reason = harmless(rule.project), harmless(rule.reason)
    return tell("waiver-unused", code=rule.code, project=project, reason=reason, by=rule.by)
