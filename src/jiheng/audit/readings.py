"""Findings that rest on a reading in doubt: told more gently, since the reader may be at fault."""

from msgspec.structs import replace

from jiheng.audit.cells import row_of
from jiheng.model.audit import Finding, RunFinding
from jiheng.model.form import Form
from jiheng.rulebook.messages import say


def gently(finding: Finding, form: Form, language: str) -> Finding:
    """Return an error that compares cells in doubt as a doubt of its own; others as they are."""
    if finding.severity != "error" or not rests_on_doubt(finding.at, form):
        return finding
    message = say("audit.doubtful", language, message=finding.message)
    return replace(finding, severity="warning", message=message)


def gently_between(finding: RunFinding, forms: dict[str, Form], language: str) -> RunFinding:
    """Return an error between forms that rests on a cell in doubt as a doubt of its own."""
    at: dict[str, list[str]] = {}
    for cell in finding.at:
        at.setdefault(cell.form, []).append(cell.cell)
    is_sure = not any(rests_on_doubt(tuple(paths), forms[form]) for form, paths in at.items())
    if finding.severity != "error" or is_sure:
        return finding
    message = say("audit.doubtful", language, message=finding.message)
    return replace(finding, severity="warning", message=message)


def rests_on_doubt(paths: tuple[str, ...], form: Form) -> bool:
    """Whether a compared cell is in doubt, or stands in a row with a cell too many.

    What is said of the form as a whole rests on the names of all its indicators.
    """
    if not form.doubts:
        return False
    cells = {doubt.at for doubt in form.doubts}
    rows = {row_of(doubt.at) for doubt in form.doubts if doubt.reason == "surplus-cell"} - {None}
    if "form" in paths and (rows or any(path.endswith("].name") for path in cells)):
        return True
    return any(path in cells or row_of(path) in rows for path in paths)
