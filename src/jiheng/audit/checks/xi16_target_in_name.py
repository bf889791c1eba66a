"""XI16 target-in-name."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.rows import target_cell
from jiheng.model.citation import Citation
from jiheng.quantities import parse
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

# At the end only: 空气质量指数≤100的天数 defines what is counted.
_AT_END = re.compile(
    r"[(\[]?((?:[≥≤><=≧≦⩾⩽═]+|大于等于|小于等于|不低于|不少于|不高于|不超过|不大于|不小于)"
    r"[\d.*,]{1,20}[^\d()\[\]的]{0,6})[)\]]?$"
)


@check(
    code="XI16",
    name="target-in-name",
    severity="info",
    since="0.1.0",
    reads=("indicators.name", "indicators.target", "indicators.adjusted_target", "scores"),
    sources=(
        Citation(title="财预〔2015〕88号", pinpoint="绩效指标设置：清晰、可衡量", verified=False),
    ),
)
def target_in_name(scored: ScoredForm) -> Iterator[Outcome]:
    """An indicator's name holds a target; it is a doubt where the column says another one.

    ## Why it matters
    A target that stands twice is changed once, and names with numbers cannot be compared from
    year to year.

    ## What to do
    Let the name say what is measured, and the column how much of it is asked for.
    """
    plain = True
    for row in scored.indicators:
        words = _target_words(row.row.name)
        if words is not None:
            plain = False
            yield _told(row, words)
    if plain and scored.indicators:
        yield passes(*(indicator_cell(row.index, "name") for row in scored.indicators))


def _target_words(name: str) -> str | None:
    """Return the operator and number at a name's end, unless more than a unit follows them."""
    found = _AT_END.search("".join(normalize("NFKC", name).split()))
    if found is None:
        return None
    words = found.group(1)
    named = parse(words)
    return words if "**" in words or (named.is_number and named.note is None) else None


def _told(row: ScoredIndicator, words: str) -> Outcome:
    named, target = parse(words), row.target
    one, other = value_of(named), value_of(target)
    name = indicator_cell(row.index, "name")
    if one is None or other is None or named.dimension != target.dimension or one == other:
        return fails(name, printed=words, name=row.row.name)
    return fails(
        name,
        target_cell(row),
        message="fails-differs",
        severity="warning",
        printed=target.raw,
        expected=words,
        name=row.row.name,
    )
