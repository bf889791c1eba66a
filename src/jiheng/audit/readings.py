"""Findings that rest on a reading in doubt: told more gently, since the reader may be at fault."""

from msgspec.structs import replace

from jiheng.audit.cells import row_of
from jiheng.model.audit import Finding
from jiheng.model.form import Form
from jiheng.rulebook.messages import say


def gently(finding: Finding, form: Form, language: str) -> Finding:
    """Return an error that compares cells in doubt as a doubt of its own; others as they are."""
    if finding.severity != "error" or not _rests_on_doubt(finding, form):
        return finding
    message = say("audit.doubtful", language, message=finding.message)
    return replace(finding, severity="warning", message=message)


def _rests_on_doubt(finding: Finding, form: Form) -> bool:
    """Whether a compared cell is in doubt, or stands in a row with a cell too many."""
    cells = {doubt.at for doubt in form.doubts}
    rows = {row_of(doubt.at) for doubt in form.doubts if doubt.reason == "surplus-cell"} - {None}
    return any(path in cells or row_of(path) in rows for path in finding.at)
