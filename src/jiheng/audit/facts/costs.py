"""Cost rows: which speak of the whole project's money, and which of a part."""

from collections.abc import Iterator

from jiheng.audit.facts.figures import agree, yuan_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.names import bare_name
from jiheng.model.form import Indicator
from jiheng.rulebook.lexicons import costs
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


def cost_rows(scored: ScoredForm) -> Iterator[ScoredIndicator]:
    """Yield the rows under 成本 whose money, if any, is of this year and was spent."""
    return (
        row
        for row in scored.indicators
        if level2_of(row.row) == "cost" and not has_word(row.row, costs().apart)
    )


def is_whole(row: ScoredIndicator, scored: ScoredForm) -> bool:
    """Whether a cost row speaks of all the project's money.

    Its name says so, or its target is the budget to the digit.
    """
    if is_named_whole(row.row):
        return True
    budget = scored.budget
    return budget is not None and yuan_of(row.target) is not None and agree(row.target, budget)


def has_word(row: Indicator, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in the row's name."""
    return any(word in row.name for word in words)


def is_named_whole(row: Indicator) -> bool:
    """Whether a row's name says that it is all the project's money."""
    return has_word(row, costs().whole) or bare_name(row.name) in costs().whole_names
