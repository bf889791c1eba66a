"""The year's total against the sources that it is made of."""

from jiheng.audit.facts.money_block import MoneyRow, is_total, money_rows
from jiheng.audit.facts.money_sums import Sum, column_sums
from jiheng.model.form import Form
from jiheng.rulebook.lexicons import money_block_words


def sums_of_total(form: Form) -> tuple[Sum, ...]:
    """Return the columns of the total line that its sources should add up to."""
    rows = money_rows(form)
    if not rows or not is_total(rows[0].line):
        return ()
    parts = _sources(tuple(row for row in rows[1:] if row.line.of in {None, rows[0].line.label}))
    found = column_sums(rows[0], parts, form.funds.unit)
    return tuple(each for each in found if not each.may_be_incomplete)


def _sources(rows: tuple[MoneyRow, ...]) -> tuple[MoneyRow, ...]:
    """Return the lines of their own; those that divide 财政拨款 again would count twice."""
    words = money_block_words().inside_grant
    own = tuple(row for row in rows if not any(word in row.line.label for word in words))
    return own if any("财政" in row.line.label for row in own) else rows
