"""CF13 report-inconsistent."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, cell_of, fails_across, passes_across
from jiheng.audit.facts.deviations import is_nothing
from jiheng.audit.facts.figures import percent_words
from jiheng.model.audit import RunCell
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.scoring.scored import ScoredForm

_SHARE = re.compile(r"占(?:比)?[^0-9。;]{0,4}(\d{1,3}(?:\.(\d{1,4}))?)%")
_GRADE = re.compile(r"[优良中低差](?=[的等级占\d,、]|$)")
_BEFORE = 20
_ITEM = re.compile(
    r"(?:^|[。;\n])\s{0,20}(?:[一二三四五六七八九十]是|\(?[一二三四五六七八九十\d]{1,2}[)、.])"
)
_WHOLE = 100
_ALL = 4
_FEW = 2


@check(
    code="CF13",
    name="report-inconsistent",
    severity="warning",
    since="0.1.0",
    reads=("conclusion", "texts"),
    sources=(
        Citation(title="自评复核口径", pinpoint="占比合计为100%；问题与建议对应", verified=False),
    ),
)
def report_inconsistent(forms: Forms) -> Iterator[RunOutcome]:
    """The shares of the grades in a text do not add up to 100 %, or problems have no measures.

    A sentence that leaves a grade out may stay under 100 %, and never come over it. Fewer measures
    than problems, both numbered, are only told: one measure may serve two problems.

    ## Why it matters
    These are the two sentences of a report that everybody reads.

    ## What to do
    Count again; say for each problem what is done about it.
    """
    for scored in forms:
        for cell, text in _texts(scored):
            yield from _shares(cell, unicodedata.normalize("NFKC", text))
        yield from _measures(scored)


def _texts(scored: ScoredForm) -> Iterator[tuple[RunCell, str]]:
    form = scored.form
    if form.conclusion:
        yield cell_of(scored, "conclusion"), form.conclusion
    for at, text in enumerate(form.texts):
        if text.text:
            yield cell_of(scored, f"texts[{at}].text"), text.text


def _shares(cell: RunCell, text: str) -> Iterator[RunOutcome]:
    if "占" not in text:
        return
    for sentence in re.split(r"[。;\n]", text):
        found = tuple(_shares_of_grades(sentence))
        grades = {grade for grade, _, _ in found}
        if len(found) < _FEW or len(grades) < len(found):
            continue
        total = sum((Fraction(share) for _, share, _ in found), Fraction(0))
        slack = sum((Fraction(1, 2 * 10 ** len(places)) for _, _, places in found), Fraction(0))
        is_short = total < _WHOLE - slack and len(grades) >= _ALL
        if total > _WHOLE + slack or is_short:
            yield fails_across(cell, printed=percent_words(total / 100), expected="100%")
        elif abs(total - _WHOLE) <= slack:
            yield passes_across(cell)


def _shares_of_grades(sentence: str) -> Iterator[tuple[str, str, str]]:
    """Yield each grade with its share and the decimals of that."""
    start = 0
    for share in _SHARE.finditer(sentence):
        named = _GRADE.findall(sentence[max(start, share.start() - _BEFORE) : share.start() + 1])
        start = share.end()
        if named:
            yield named[-1], share.group(1), share.group(2) or ""


def _measures(scored: ScoredForm) -> Iterator[RunOutcome]:
    """Compare the text on problems with that on measures, where the form has both labels."""
    problems, measures = _labelled(scored.form, "存在问题"), _labelled(scored.form, "改进措施")
    if len(problems) != 1 or len(measures) != 1:
        return
    told, done = (scored.form.texts[at].text or "" for at in (problems[0], measures[0]))
    if not told or is_nothing(told):
        return
    cells = (
        cell_of(scored, f"texts[{problems[0]}].text"),
        cell_of(scored, f"texts[{measures[0]}].text"),
    )
    counts = _items(told), _items(done)
    if not done or is_nothing(done):
        yield fails_across(*cells, message="fails-measures")
    elif counts[0] > counts[1] >= _FEW:
        yield fails_across(
            *cells,
            message="fails-fewer",
            severity="info",
            printed=str(counts[1]),
            expected=str(counts[0]),
        )
    else:
        yield passes_across(*cells)


def _items(text: str) -> int:
    return len(_ITEM.findall(unicodedata.normalize("NFKC", text)))


def _labelled(form: Form, label: str) -> list[int]:
    return [at for at, text in enumerate(form.texts) if text.label == label]
