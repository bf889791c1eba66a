"""BU03 sources-differ-from-total."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.money_block import shown
from jiheng.audit.facts.money_sums import Sum, told
from jiheng.audit.facts.sources import sums_of_total
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.scoring.scored import ScoredForm


@check(
    code="BU03",
    name="sources-differ-from-total",
    severity="error",
    since="0.1.0",
    reads=(
        "funds.unit",
        "funds.lines.label",
        "funds.lines.of",
        "funds.lines.initial_budget",
        "funds.lines.adjusted_budget",
        "funds.lines.executed",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="年度资金总额；其中：财政拨款、其他资金",
            verified=True,
        ),
    ),
    # a total of 0 above its sources is this defect, not a budget of 0
    supersedes=("BU07",),
)
def sources_differ_from_total(scored: ScoredForm) -> Iterator[Outcome]:
    """The year's total is not the sum of its sources.

    ## Why it matters
    The rate is worked out from the total; if the total is wrong, so are rate and score.

    ## What to do
    Compare with the approved budget and the accounts, and correct the line that is off.
    """
    sums = sums_of_total(scored.form)
    apart = tuple(each for each in sums if not each.agrees)
    if apart:
        yield _apart(scored.form, apart)
    elif sums:
        yield passes(*(cell for each in sums for cell in each.cells))


def _apart(form: Form, apart: tuple[Sum, ...]) -> Outcome:
    label, unit = form.funds.lines[0].label, form.funds.unit
    # a blank source may hold what is missing
    excused = all(each.has_blank and each.parts < each.whole for each in apart)
    worst = max(apart, key=lambda each: abs(each.whole - each.parts))
    return fails(
        *(cell for each in apart for cell in each.cells),
        severity="warning" if excused else None,
        printed=shown(worst.whole, unit),
        expected=shown(worst.parts, unit),
        difference=shown(worst.whole - worst.parts, unit),
        label=label,
        told=told(apart, unit),
    )
