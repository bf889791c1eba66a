"""VA18 hollow-number."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.measures import measure_of
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.words import bare_name, mentions
from jiheng.model.citation import Citation
from jiheng.model.quantity import PER_UNIT, Quantity
from jiheng.rulebook.lexicons import measure_words
from jiheng.scoring.scored import ScoredForm

_BENEFITS = frozenset({"economic", "social", "ecological", "lasting"})
_CEILING = frozenset({"le", "lt"})
# Smaller percentages are growth: 办事效率提高10%.
_HIGH = PER_UNIT * 8 // 10


@check(
    code="VA18",
    name="hollow-number",
    severity="warning",
    since="0.1.0",
    reads=(
        "indicators.level1",
        "indicators.level2",
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2021〕101号",
            pinpoint="指标值应可获取、可衡量",
            verified=False,
        ),
    ),
)
def hollow_number(scored: ScoredForm) -> Iterator[Outcome]:
    """A benefit is named by an adjective, and its target is a percentage of nothing.

    ## Why it matters
    "Social benefit is evident: ≥95 %" looks measured, but nobody can say 95 % of what.

    ## What to do
    Name what is counted, and out of how many; or give the benefit a worded target with tiers.
    """
    for row in scored.indicators:
        if level2_of(row.row) not in _BENEFITS or not _is_high_share(row.target):
            continue
        cells = row_cells(row, "target", "name")
        if _is_hollow(row.row.name):
            yield fails(*cells, printed=row.target.raw, name=row.row.name)
        else:
            yield passes(*cells)


def _is_high_share(target: Quantity) -> bool:
    is_share = measure_of(target) == "ratio" and target.op not in _CEILING
    return is_share and (target.amount or 0) >= _HIGH * target.over


def _is_hollow(name: str) -> bool:
    words = measure_words()
    head = bare_name(name)
    return head.endswith(words.hollow_endings) and not mentions(head, words.has_a_share)
