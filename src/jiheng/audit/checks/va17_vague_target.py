"""VA17 vague-target."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import target_cell
from jiheng.audit.facts.words import has_digit, mentions, quoted_names
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import value_words
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="VA17",
    name="vague-target",
    severity="warning",
    since="0.1.0",
    reads=("indicators.name", "indicators.target", "indicators.adjusted_target", "scores"),
    sources=(
        Citation(
            title="财预〔2021〕101号",
            pinpoint="不能量化的指标值应有可衡量的分档标准",
            verified=False,
        ),
    ),
)
def vague_target(scored: ScoredForm) -> Iterator[Outcome]:
    """A target that nothing can miss, or that holds no standard to compare with.

    ## Why it matters
    "As needed" is always met. Level words (显著提高) and "as the documents require" can be met or
    missed as one likes; they are so common that they are told once a form, as information.

    ## What to do
    Say what can be counted or dated; for a level word describe what each tier means; name the
    document and the date that it sets.
    """
    worded = tuple(row for row in scored.indicators if row.target.is_words)
    for row in worded:
        cell = target_cell(row)
        if _is_open(row):
            yield fails(cell, printed=row.target.raw, name=row.row.name)
        elif not _is_vague(row):
            yield passes(cell)
    vague = tuple(row for row in worded if not _is_open(row) and _is_vague(row))
    if vague:
        yield fails(
            *(target_cell(row) for row in vague),
            message="fails-level",
            severity="info",
            names=quoted_names(tuple(row.target.raw for row in vague)),
            count=str(len(vague)),
        )


def _is_open(row: ScoredIndicator) -> bool:
    return mentions(row.target.normalised, value_words().open_targets)


def _is_vague(row: ScoredIndicator) -> bool:
    """Whether the target names neither figure nor text that it could be held against."""
    words = row.target.normalised
    if has_digit(words) or "《" in words:
        return False
    return row.target.kind == "qualitative" or mentions(words, value_words().unnamed_texts)
