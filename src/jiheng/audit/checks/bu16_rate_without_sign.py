"""BU16 rate-without-sign."""

from collections.abc import Iterator

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution_rate import PrintedRate, printed_rate
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="BU16",
    name="rate-without-sign",
    severity="info",
    mend="system",
    since="0.1.0",
    reads=("funds.lines.label", "funds.lines.rate"),
    sources=(
        Citation(
            title="六盘水市2023年度项目支出绩效目标自评表",
            places=("六盘水",),
            pinpoint="执行率印作 20.10，没有百分号",
            verified=True,
        ),
    ),
)
def rate_without_sign(scored: ScoredForm) -> Iterator[Outcome]:
    """An execution rate is printed without a percent sign.

    ## Why it matters
    Whoever copies 1 or 0.2 cannot tell whether it is one percent or all of it.

    ## What to do
    Print rates with the sign, all in one way.
    """
    rates = tuple(
        (index, rate)
        for index, line in enumerate(scored.form.funds.lines)
        if (rate := printed_rate(line.rate)) is not None
    )
    bare = tuple((index, rate) for index, rate in rates if not rate.has_sign and rate.number)
    if bare:
        yield _told(scored, rates, bare)
    elif any(rate.has_sign for _, rate in rates):
        yield passes(*(money_cell(index, "rate") for index, _ in rates))


def _told(
    scored: ScoredForm,
    rates: tuple[tuple[int, PrintedRate], ...],
    bare: tuple[tuple[int, PrintedRate], ...],
) -> Outcome:
    index, rate = bare[0]
    printed = scored.form.funds.lines[index].rate
    is_mixed = any(other.has_sign for _, other in rates)
    by_hand = is_mixed or len(rate.readings) > 1
    return fails(
        *(money_cell(row, "rate") for row, _ in (rates if is_mixed else bare)),
        mend_at=tuple(money_cell(row, "rate") for row, _ in bare),
        message="fails-mixed" if is_mixed else "fails",
        # a whole column without signs is what a system prints
        mend="unit" if by_hand else "system",
        printed=printed,
    )
