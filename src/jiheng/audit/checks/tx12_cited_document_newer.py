"""TX12 cited-document-newer."""

import re
from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.goals import goals_of
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm

_NUMBER = re.compile(r"[〔\[［(（【]\s*((?:19|20)\d\d)\s*[〕\]］)）】]\s*第?\s*\d+\s*号")
_SIGN = re.compile(r"[\u4e00-\u9fff]*$")
_BEFORE = 12


@check(
    code="TX12",
    name="cited-document-newer",
    severity="info",
    since="0.1.0",
    reads=(
        "year",
        "goal.expected",
        "goal.actual",
        "goals",
        "indicators.name",
        "indicators.reason",
    ),
    sources=(
        Citation(
            title="财预〔2015〕88号", pinpoint="绩效目标审核：相关性，依据充分", verified=False
        ),
    ),
)
def cited_document_newer(scored: ScoredForm) -> Iterator[Outcome]:
    """A document is cited that is younger than the year of the form.

    ## Why it matters
    What was issued later can have been no ground for the goal; the number is mostly a slip.

    ## What to do
    Check the number of the document.
    """
    year = scored.form.year
    if year is None:
        return
    cited = [(path, found) for path, text in _texts(scored.form) for found in _cited(text)]
    newer = [(path, name) for path, (issued, name) in cited if issued > year]
    if newer:
        yield fails(
            *dict.fromkeys(path for path, _ in newer),
            printed=series(dict.fromkeys(name for _, name in newer)),
            year=str(year),
        )
    elif cited:
        yield passes(*dict.fromkeys(path for path, _ in cited))


def _texts(form: Form) -> Iterator[tuple[str, str]]:
    for place in goals_of(form):
        yield place.expected_at, place.goal.expected or ""
        yield place.actual_at, place.goal.actual or ""
    for index, row in enumerate(form.indicators):
        yield indicator_cell(index, "name"), row.name
        yield indicator_cell(index, "reason"), row.reason or ""


def _cited(text: str) -> Iterator[tuple[int, str]]:
    """Yield the year and the printed number of every document, with the sign before it."""
    for found in _NUMBER.finditer(text):
        before = _SIGN.search(text[max(0, found.start() - _BEFORE) : found.start()])
        yield int(found.group(1)), f"{before.group() if before else ''}{found.group()}"
