"""XI03 price-times-count-differs."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.costs import has_word
from jiheng.audit.facts.execution import executed_cell
from jiheng.audit.facts.figures import half_last_digit, money_words, yuan_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.policy_costs import formula_of, worked_from_form, worked_from_ledgers
from jiheng.audit.facts.pricing import Price, Product, prices, products
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import costs
from jiheng.rulebook.phrases import phrase, series
from jiheng.scoring.scored import ScoredForm


@check(
    code="XI03",
    name="price-times-count-differs",
    severity="error",
    since="0.1.0",
    reads=(
        "project.name",
        "indicators.name",
        "indicators.level1",
        "indicators.level2",
        "pack",
        "scores",
        "proofs",
    ),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def price_times_count_differs(scored: ScoredForm) -> Iterator[Outcome]:
    """The unit price times the number of people or things is not the money spent.

    More than was spent is an error, since so many cannot have been paid so much; it is a doubt
    where the names do not tell that the price is paid for what is counted. Less is a doubt: the
    rest of the money went elsewhere. A price by the month times 12 is the most that can have
    been paid, since people join during the year.

    Where no price stands in the form, the register of policies may know by which formula the
    project is paid: a standard by the head with the shares of all payers, a part of a sum, or the
    gap between expenditure and income. What does not follow from it is a doubt. Where the papers
    of the form hold the numbers as measured in ledgers, they count before those of the form, and
    more money than follows from them is an error.

    ## Why it matters
    The three numbers stand in one form, and anyone can multiply.

    ## What to do
    Correct the count, the price or the amount; or say what the rest was spent on.
    """
    found = prices(scored)
    spent = yuan_of(scored.executed)
    if not spent:
        return
    by_formula = _by_formula(scored, spent, is_price_told=bool(found))
    if by_formula is not None:
        yield by_formula
    if by_formula is not None or len(found) != 1:
        return
    every = products(found[0], scored)
    possible = [product for product in every if product.is_same_object] or every
    if not possible:
        return
    nearest = min(possible, key=lambda product: abs(product.yuan - spent))
    gap = nearest.yuan - spent
    if abs(gap) <= _slack(nearest, scored):
        yield passes(*_cells(nearest, scored), message="passes", sum=nearest.arithmetic)
    elif gap > 0 and nearest.price.times == 1 and not nearest.price.is_ceiling:
        yield _too_much(nearest, scored, spent)
    elif gap < 0 and _pays_for_all(nearest.price):
        yield fails(
            *_cells(nearest, scored),
            message="fails-short" if nearest.price.times == 1 else "fails-short-monthly",
            severity="warning",
            printed=money_words(spent),
            expected=money_words(nearest.yuan),
            difference=money_words(-gap),
            sum=nearest.arithmetic,
        )


def _by_formula(scored: ScoredForm, spent: Fraction, *, is_price_told: bool) -> Outcome | None:
    """Compare the money with what the register's formula gives, by ledgers or else by the form.

    A price in the form says more than the register, but a ledger more than both.
    """
    formula = formula_of(scored)
    if formula is None:
        return None
    by_ledgers = worked_from_ledgers(formula, scored)
    work = by_ledgers or (None if is_price_told else worked_from_form(formula, scored))
    if work is None:
        return None
    cells = (executed_cell(scored),) if by_ledgers else (*work.at, executed_cell(scored))
    sums = work.arithmetic
    if by_ledgers:
        sums = phrase("formula.by-ledgers", sums=sums, papers=series(work.at))
    if work.follows(spent, half_last_digit(scored.executed) if scored.executed else Fraction(0)):
        return passes(*cells, message="passes-most" if work.is_most else "passes", sum=sums)
    is_paid_too_much = by_ledgers is not None and spent > work.yuan
    return fails(
        *cells,
        message="fails-short-monthly" if work.is_most else "fails-formula",
        severity=None if is_paid_too_much else "warning",
        law=formula.source,
        printed=money_words(spent),
        expected=money_words(work.yuan),
        difference=money_words(spent - work.yuan),
        sum=sums,
    )


def _too_much(product: Product, scored: ScoredForm, spent: Fraction) -> Outcome:
    """Return the error, and whether the planned count would have fitted the money."""
    planned = next(
        (
            other
            for other in products(product.price, scored, "target")
            if other.count_at.split(".")[0] == product.count_at.split(".")[0]
        ),
        None,
    )
    fits = planned is not None and planned.yuan <= spent
    return fails(
        *_cells(product, scored),
        message="fails-target-fits" if fits else "fails",
        severity=None if product.is_same_object else "warning",
        printed=money_words(spent),
        expected=money_words(product.yuan),
        difference=money_words(product.yuan - spent),
        sum=product.arithmetic,
        planned=planned.arithmetic if planned else "",
    )


def _slack(product: Product, scored: ScoredForm) -> Fraction:
    """Return what the printed digits of price and money can have hidden."""
    row = product.price.row
    quantity = row.actual if product.price.at.endswith(".actual") else row.target
    money = half_last_digit(scored.executed) if scored.executed else Fraction(0)
    return money + (half_last_digit(quantity) * product.count if product.price.is_average else 0)


def _cells(product: Product, scored: ScoredForm) -> tuple[str, str, str]:
    return (product.price.at, product.count_at, executed_cell(scored))


def _pays_for_all(price: Price) -> bool:
    """Whether the price is a standard by which the whole money is paid, not one cost of many."""
    return level2_of(price.row.row) != "cost" and has_word(price.row.row, costs().standards)
