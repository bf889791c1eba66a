"""XI04 parts-exceed-budget."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution import FUNDS, budget_cell
from jiheng.audit.facts.figures import half_last_digit, money_words, yuan_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.pricing import Product, prices, products
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm

_A_WORD = 2
"""So many signs alike are a word, one may be chance."""


@check(
    code="XI04",
    name="parts-exceed-budget",
    severity="warning",
    since="0.1.0",
    reads=("indicators.name", "indicators.level1", "indicators.level2", *FUNDS, "pack", "scores"),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def parts_exceed_budget(scored: ScoredForm) -> Iterator[Outcome]:
    """Unit prices times their numbers add up to more than the budget.

    Ceilings, and prices by the month times 12, are only the most that was paid: never told.

    ## Why it matters
    What was bought for each price is a part of the project; the parts cannot exceed it.

    ## What to do
    Check each price and number; name the other money if some was paid from elsewhere.
    """
    planned = yuan_of(scored.budget)
    parts = _parts(scored)
    if not planned or scored.budget is None or not parts:
        return
    total = sum((part.yuan for part in parts), Fraction(0))
    cells = (*(cell for part in parts for cell in (part.price.at, part.count_at)),)
    sums = series((part.arithmetic for part in parts), "semicolon")
    if total <= planned + half_last_digit(scored.budget):
        yield passes(
            *cells,
            budget_cell(scored),
            message="passes",
            sums=sums,
            total=money_words(total),
            budget=money_words(planned),
        )
    elif not any(part.price.is_ceiling or part.price.times > 1 for part in parts):
        yield fails(
            *cells,
            budget_cell(scored),
            printed=money_words(planned),
            expected=money_words(total),
            difference=money_words(total - planned),
            sums=sums,
        )


def _parts(scored: ScoredForm) -> tuple[Product, ...]:
    """Return the products of prices that have one matching number each.

    Of several numbers (印章数量, 制发印章数) a price has that which alone begins with its name.
    A single price outside 成本 is what the whole money is paid by, and no part.
    """
    found = prices(scored)
    if len(found) == 1 and level2_of(found[0].row.row) != "cost":
        return ()
    made = tuple(
        tuple(product for product in products(price, scored) if product.is_same_object)
        for price in found
    )
    parts = tuple(own[0] for possible in made if len(own := _named_alike(possible)) == 1)
    # Two prices for one and the same number (教材费 and 食宿费 a person) are two parts of it.
    return parts if len(found) > 1 else parts if _is_below(parts, scored) else ()


def _named_alike(possible: tuple[Product, ...]) -> tuple[Product, ...]:
    most = max((product.named_alike for product in possible), default=0)
    if most < _A_WORD:
        return possible
    return tuple(product for product in possible if product.named_alike == most)


def _is_below(parts: tuple[Product, ...], scored: ScoredForm) -> bool:
    """Whether a single cost price stays below the money, so that it can be a part."""
    spent = yuan_of(scored.executed)
    return spent is not None and all(part.yuan < spent for part in parts)
