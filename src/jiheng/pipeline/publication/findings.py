"""What a card tells of the findings: only of cells that it shows, with every name masked."""

from collections.abc import Iterator

from jiheng.audit.cells import row_of
from jiheng.model.audit import Finding
from jiheng.model.publication import Found, Outcome, Part
from jiheng.pipeline.judging import Judged, judge
from jiheng.pipeline.publication.masking import Masked, Search, masked_text
from jiheng.pipeline.publication.needles import Needles
from jiheng.pipeline.publication.submission import Submission
from jiheng.rulebook.messages import template

_TOLD = frozenset({"error", "warning"})
"""A hint is for the clerk alone."""
_PARTS = (
    ("indicators[", Part.PROMISES),
    ("funds.", Part.MONEY),
    ("goal", Part.GOAL),
)
"""Where the cells of a part are; a finding at any other cell is not told."""


def findings(one: Submission, judged: Judged, clean: Masked) -> Iterator[Found]:
    """Yield what was found and is mended by now, then what still stands."""
    if Part.FINDINGS in one.withheld:
        return
    known = (*clean.hidden, *one.search.names.texts)
    search = Search(names=Needles(known), added=one.search.added)
    now = tuple(_told(one, judged.audit.findings))
    there = {(each.code, each.at) for each in now}
    before = judge(one.earlier, one.form.pack).audit.findings if one.earlier else ()
    for each in _told(one, before):
        if (each.code, each.at) not in there:
            yield _found(each, "mended", search)
    for each in now:
        cells = {(each.code, path) for path in (*each.at, *each.mend_at)}
        outcome = "stands" if cells.isdisjoint(one.demanded) else "rectifying"
        yield _found(each, outcome, search)


def _told(one: Submission, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """The findings that count against the form and speak of nothing that is withheld."""
    for each in findings:
        is_shown = all(_is_shown(path, one.withheld) for path in (*each.at, *each.mend_at))
        if each.counts and each.severity in _TOLD and is_shown:
            yield each


def _is_shown(path: str, withheld: frozenset[str]) -> bool:
    part = next((part for head, part in _PARTS if path.startswith(head)), None)
    is_score = path.endswith(".score") or path.startswith("total")
    if part is None or part in withheld or row_of(path) in withheld:
        return path == "form" or (path.startswith("total") and Part.SCORES not in withheld)
    return not (is_score and Part.SCORES in withheld)


def _found(finding: Finding, outcome: Outcome, search: Search) -> Found:
    title = template(f"{finding.code[:2].lower()}.{finding.code}.title") or finding.name
    return Found(
        code=finding.code,
        title=title,
        message=masked_text(finding.message, search),
        severity=finding.severity,
        outcome=outcome,
    )
