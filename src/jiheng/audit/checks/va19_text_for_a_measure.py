"""VA19 text-for-a-measure."""

import re
from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.measures import asked_by
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.words import bare_name, has_digit
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import NameMeasure, value_words
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_BETWEEN = re.compile(r"[、,;/]|以及|和|与|及(?!时)")
_IN_WORDS = frozenset({"qualitative", "norm", "scope", "text"})


@check(
    code="VA19",
    name="text-for-a-measure",
    severity="warning",
    since="0.1.0",
    reads=("indicators.name", "indicators.target", "indicators.adjusted_target", "scores"),
    sources=(
        Citation(
            title="财预〔2021〕101号",
            pinpoint="指标值应优先量化，不能量化的分档表述",
            verified=False,
        ),
    ),
    supersedes=("VA02",),
)
def text_for_a_measure(scored: ScoredForm) -> Iterator[Outcome]:
    """The name asks for a rate or an amount, the target is words or a list of them.

    ## Why it matters
    A rate without a number can be neither reached nor missed. Head-counts and the like are told by
    VA01, dates in words are no defect.

    ## What to do
    Write the number planned; say in the name whom or what it is about.
    """
    for row in scored.indicators:
        asked = _asked(row)
        if asked is None or asked.worded == "fine":
            continue
        cells = row_cells(row, "target", "name")
        members = _members(row)
        if row.target.is_number:
            yield passes(*cells)
        elif members > 1 or (members == 1 and asked.worded == "wrong"):
            yield fails(
                *cells,
                mend_at=cells[:1],
                message="fails" if members == 1 else "fails-list",
                printed=row.target.raw,
                expected=phrase(f"words.measure.{asked.asks}"),
                name=row.row.name,
                count=str(members),
            )


def _asked(row: ScoredIndicator) -> NameMeasure | None:
    """Return the measure that the name asks for; counts are another check's."""
    is_count = bare_name(row.row.name).endswith(value_words().counted_names)
    return None if is_count else asked_by(row.row.name)


def _members(row: ScoredIndicator) -> int:
    """Return of how many wordings a target without figures consists; 0 for any other target."""
    target = row.target
    is_whole = target.normalised in value_words().all_of_it
    if target.kind not in _IN_WORDS or has_digit(target.normalised) or is_whole:
        return 0
    return sum(bool(part) for part in _BETWEEN.split(target.normalised))
