"""A form with its audit, and how it is audited again after every edit."""

from msgspec import Struct

from jiheng.audit.engine import audit_form
from jiheng.audit.waivers import WaiverRule
from jiheng.model.audit import Audit, Finding
from jiheng.model.form import Form
from jiheng.rulebook.pack import Pack
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm

_GRAVITY = {"info": 1, "warning": 2, "error": 3}

Key = tuple[str, tuple[str, ...]]
"""A finding's check and cells: its values change with an edit, these do not."""


class Judged(Struct, frozen=True, kw_only=True):
    """One form and all that is said of it."""

    scored: ScoredForm
    audit: Audit

    @property
    def form(self) -> Form:
        """The form."""
        return self.scored.form

    @property
    def open(self) -> tuple[Finding, ...]:
        """Errors and doubts that the unit can mend and that nobody let stand."""
        return tuple(
            each for each in self.audit.findings if each.counts and each.severity != "info"
        )

    def finds(self, *codes: str) -> bool:
        """Whether one of these checks found an error or a doubt."""
        return any(each.code in codes for each in self.open)

    def gravities(self) -> dict[Key, int]:
        """Return how grave each finding is, of whatever sort."""
        found: dict[Key, int] = {}
        for each in self.audit.findings:
            found[key(each)] = max(found.get(key(each), 0), _GRAVITY[each.severity])
        return found


class Judge(Struct, frozen=True, kw_only=True):
    """Audits a form under one rule pack, as often as it is changed."""

    pack: Pack
    pack_why: str = ""
    waivers: tuple[WaiverRule, ...] = ()
    language: str = "zh"

    def __call__(self, form: Form) -> Judged:
        """Return the form with its audit."""
        scored = score_form(form, self.pack, self.pack_why, self.language)
        return Judged(scored=scored, audit=audit_form(scored, self.waivers, self.language))


def key(finding: Finding) -> Key:
    """Return what a finding is known by before and after an edit."""
    return finding.code, finding.at


def arisen(before: Judged, after: Judged) -> tuple[Finding, ...]:
    """Return the findings that an edit brought about, or made graver."""
    known = before.gravities()
    return tuple(
        each for each in after.audit.findings if _GRAVITY[each.severity] > known.get(key(each), 0)
    )
