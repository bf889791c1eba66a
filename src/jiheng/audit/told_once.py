"""Faults of a template or a system, told once for all forms of its layout."""

from jiheng.model.audit import TOLD_ONCE, Audit, Finding, RunCell, RunFinding, Severity
from jiheng.rulebook.messages import say
from jiheng.scoring.scored import ScoredForm

_GRAVEST: tuple[Severity, ...] = ("error", "warning", "info")


def told_once(
    forms: tuple[ScoredForm, ...], audits: tuple[Audit, ...], language: str
) -> tuple[RunFinding, ...]:
    """Return one finding for each check and layout, with the cells of all its forms."""
    groups: dict[tuple[str, str, str], list[tuple[str, Finding]]] = {}
    for scored, audit in zip(forms, audits, strict=True):
        layout = scored.form.layout or ""
        for finding in audit.findings:
            if finding.mend in TOLD_ONCE and finding.waived is None:
                key = (finding.code, finding.mend, layout)
                groups.setdefault(key, []).append((scored.form.id, finding))
    return tuple(_finding(found, language) for found in groups.values())


def _finding(found: list[tuple[str, Finding]], language: str) -> RunFinding:
    first = found[0][1]
    count = len({form for form, _ in found})
    severities = {finding.severity for _, finding in found}
    values = {"forms": str(count), "example": first.message}
    return RunFinding(
        code=first.code,
        name=first.name,
        severity=next(severity for severity in _GRAVEST if severity in severities),
        mend=first.mend,
        message=say(f"run.{first.mend}", language, **values),
        values=values,
        at=_cells(found, "at"),
        mend_at=_cells(found, "mend_at"),
        printed=_common([finding.printed for _, finding in found]),
        expected=_common([finding.expected for _, finding in found]),
        difference=_common([finding.difference for _, finding in found]),
        advice=say(f"run.{first.mend}-advice", language),
        law=first.law,
    )


def _cells(found: list[tuple[str, Finding]], field: str) -> tuple[RunCell, ...]:
    return tuple(
        RunCell(form=form, cell=cell)
        for form, finding in found
        for cell in (finding.at if field == "at" else finding.mend_at)
    )


def _common(values: list[str | None]) -> str | None:
    """Return the value that all forms share, or None where they differ."""
    return values[0] if len(set(values)) == 1 else None
