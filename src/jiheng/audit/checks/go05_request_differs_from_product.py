"""GO05 request-differs-from-product."""

from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, Place, cell_of, fails_across, of_kind, passes_across
from jiheng.audit.facts.figures import money_words
from jiheng.audit.facts.goals import goals_of
from jiheng.audit.facts.money_block import total_row
from jiheng.audit.facts.pricing import Product, prices, products
from jiheng.audit.facts.worked_products import worked_products
from jiheng.model.audit import RunCell
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_AT_LEAST = frozenset({"ge", "gt", "eq"})


@check(
    code="GO05",
    name="request-differs-from-product",
    severity="error",
    since="0.1.0",
    reads=("kind", "funds", "goal.expected", "goals", "indicators", "scores"),
    sources=(
        Citation(title="财预〔2015〕88号", pinpoint="绩效目标与预算相匹配：适当性", verified=False),
    ),
)
def request_differs_from_product(forms: Forms) -> Iterator[RunOutcome]:
    """A goal table's price times count is not the result written beside it, or not in the budget.

    A product that is written out is worked out again. The target price by the head times the
    target count may not be more than what is requested; a ceiling for the price proves nothing.

    ## Why it matters
    A request that its own numbers do not bear is cut, or runs short during the year.

    ## What to do
    Work it out again, and correct the price, the count or the request.
    """
    for scored in of_kind(forms, "goal-table"):
        for cell, text in _texts(scored):
            for product in worked_products(text):
                if product.is_right:
                    yield passes_across(cell, message="passes", sum=product.text)
                else:
                    yield fails_across(
                        cell,
                        printed=money_words(product.printed),
                        expected=money_words(product.product),
                        difference=money_words(product.printed - product.product),
                        sum=product.text,
                    )
        yield from _request(scored)


def _texts(scored: ScoredForm) -> Iterator[tuple[RunCell, str]]:
    for place in goals_of(scored.form):
        yield cell_of(scored, place.expected_at), place.goal.expected or ""
    for row in scored.indicators:
        place = Place(form=scored, row=row)
        yield place.cell("name"), row.row.name
        yield place.cell("target"), row.row.target or ""
        yield place.cell("method"), row.row.method or ""


def _request(scored: ScoredForm) -> Iterator[RunOutcome]:
    found = [price for price in prices(scored) if not price.is_ceiling and not price.is_average]
    total = total_row(scored.form)
    asked = None if total is None else total.adjusted or total.initial
    if len(found) != 1 or total is None or not asked or scored.form.funds.unit is None:
        return
    field = "adjusted_budget" if total.adjusted else "initial_budget"
    for product in products(found[0], scored, "target"):
        if not product.is_same_object or not _is_at_least(product, scored):
            continue
        cells = (
            cell_of(scored, product.price.at),
            cell_of(scored, product.count_at),
            cell_of(scored, f"funds.lines[{total.index}].{field}"),
        )
        if product.yuan > asked:
            yield fails_across(
                *cells,
                message="fails-request",
                printed=money_words(asked),
                expected=money_words(product.yuan),
                difference=money_words(product.yuan - asked),
                sum=product.arithmetic,
            )
        else:
            yield passes_across(*cells, message="passes-request", sum=product.arithmetic)


def _is_at_least(product: Product, scored: ScoredForm) -> bool:
    """Whether the count is what will be reached at least, and is paid as often as the price."""
    index = int(product.count_at.partition("[")[2].partition("]")[0])
    return product.price.times == 1 and scored.indicators[index].direction in _AT_LEAST
