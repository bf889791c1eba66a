"""BU15 prose-in-money-cell."""

from collections.abc import Iterator

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.money_block import MoneyRow, money_rows, shown
from jiheng.audit.facts.money_prose import Parts, begins_with_amount, parts_of
from jiheng.audit.facts.money_sums import COLUMNS
from jiheng.model.citation import Citation
from jiheng.quantities import parse_in
from jiheng.rulebook.lexicons import money_block_words
from jiheng.rulebook.phrases import Phrase, Told, phrase
from jiheng.scoring.scored import ScoredForm

_NO_AMOUNT = frozenset({"blank", "placeholder"})


@check(
    code="BU15",
    name="prose-in-money-cell",
    severity="warning",
    since="0.2.0",
    reads=(
        "funds.unit",
        "funds.lines.label",
        "funds.lines.initial_budget",
        "funds.lines.adjusted_budget",
        "funds.lines.executed",
    ),
    sources=(
        Citation(
            title="岳阳县项目支出绩效目标申报表（2022年度）",
            places=("岳阳",),
            pinpoint="资金栏：854万(高标准农田建设400万元,…)",
            verified=False,
        ),
    ),
)
def prose_in_money_cell(scored: ScoredForm) -> Iterator[Outcome]:
    """A money cell holds words: parts that do not add up, or no amount at all.

    Parts behind 其中 or 含 need not be all; they can only not be more.

    ## Why it matters
    Rate and score are worked out from these cells; words cannot be divided.

    ## What to do
    Write one number in the cell, in the unit of the block; put parts on lines of their own.
    """
    unit = scored.form.funds.unit
    for row in money_rows(scored.form):
        for field, column in COLUMNS.items():
            text = getattr(row.line, field)
            outcome = _judge(row, field, column, text, unit) if text else None
            if outcome is not None:
                yield outcome


def _judge(row: MoneyRow, field: str, column: Told, text: str, unit: str | None) -> Outcome | None:
    cell, where = money_cell(row.index, field), _where(row, column)
    found = parts_of(text, unit)
    if found is not None:
        return _compare(cell, where, found, unit)
    if row.amount(field) is None and _is_prose(text, unit):
        return fails(cell, message="fails-words", printed=text, where=where)
    return None


def _where(row: MoneyRow, column: Told) -> Phrase:
    return phrase("words.column.of", line=row.line.label, column=column)


def _is_prose(text: str, unit: str | None) -> bool:
    """Whether a cell holds neither an amount nor words for none."""
    if begins_with_amount(text, unit) or text.strip() in money_block_words().no_money:
        return False
    return parse_in(text, unit=unit).kind not in _NO_AMOUNT


def _compare(cell: str, where: Told, found: Parts, unit: str | None) -> Outcome:
    if found.total == found.whole or (found.is_some and found.total < found.whole):
        return passes(cell)
    return fails(
        cell,
        printed=shown(found.whole, unit),
        expected=shown(found.total, unit),
        difference=shown(found.whole - found.total, unit),
        where=where,
    )
