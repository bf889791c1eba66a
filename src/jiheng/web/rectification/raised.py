"""What the rules find in a form now, as far as a unit can mend it: what a notice can demand."""

from msgspec import Struct

from jiheng.model.audit import Finding, Severity
from jiheng.web.chain.openness import writable_at
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.saving import form_of


class Raised(Struct, frozen=True, kw_only=True):
    """A finding that the unit can mend.

    Attributes:
        path: the first cell that can be changed; with the code it names the finding.
        cells: every cell that can be changed.
        wanted: what to do, as the check advises.
    """

    code: str
    path: str
    severity: Severity
    found: str
    wanted: str
    cells: tuple[str, ...]

    @property
    def key(self) -> str:
        """Code and cell in one word."""
        return f"{self.code}@{self.path}"


def raised(record: FormRecord) -> tuple[Raised, ...]:
    """Return the errors and doubts that count against a form and can be mended in its results."""
    form = form_of(record)
    can_open = writable_at(form, Step.SELF_EVALUATION)
    found = (
        (each, tuple(path for path in _cells(each) if path in can_open))
        for each in judged_here(form, record.papers).audit.findings
        if each.counts and each.severity != "info"
    )
    return tuple(
        Raised(
            code=each.code,
            path=cells[0],
            severity=each.severity,
            found=each.message,
            wanted=each.advice or "",
            cells=cells,
        )
        for each, cells in found
        if cells
    )


def is_raised(record: FormRecord, code: str, path: str) -> bool:
    """Whether the rules find this at this cell now, however much it counts."""
    findings = judged_here(form_of(record), record.papers).audit.findings
    return any(each.code == code and path in _cells(each) for each in findings)


def _cells(finding: Finding) -> tuple[str, ...]:
    return finding.mend_at or finding.at
