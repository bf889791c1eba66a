"""Cost rows: which speak of the whole project's money, and which of a part."""

from collections.abc import Iterator

from jiheng.audit.figures import agree, yuan_of
from jiheng.audit.levels import level2_of
from jiheng.model.form import Indicator
from jiheng.rulebook.lexicons import costs
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


def cost_rows(scored: ScoredForm) -> Iterator[ScoredIndicator]:
    """Yield the rows under 成本."""
    return (row for row in scored.indicators if level2_of(row.row) == "cost")


def is_whole(row: ScoredIndicator, scored: ScoredForm) -> bool:
    """Whether a cost row speaks of all the project's money.

    Its name says so, or its target is the budget to the digit.
    """
    if any(word in row.row.name for word in costs().whole):
        return True
    budget = scored.budget
    return budget is not None and yuan_of(row.target) is not None and agree(row.target, budget)


def has_word(row: Indicator, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in the row's name."""
    return any(word in row.name for word in words)
