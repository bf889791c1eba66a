"""AR03 weights-off-base."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell, money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rescaling import RESCALING_READS, rescaling_of
from jiheng.audit.facts.weights import full_marks
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.phrases import phrase, series
from jiheng.scoring.scored import ScoredForm


@check(
    code="AR03",
    name="weights-off-base",
    severity="error",
    since="0.1.0",
    reads=(
        "funds.heading_weight",
        "indicators.name",
        "total.weight",
        *RESCALING_READS,
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="表头：分值（10分）",
            verified=True,
        ),
        Citation(title="财预〔2020〕10号", pinpoint="各项权重合计 100%", verified=False),
    ),
)
def weights_off_base(scored: ScoredForm) -> Iterator[Outcome]:
    """The weights do not add up to 100, or the execution weight was left blank.

    A form that leaves rows out and rescales its total says so; its weights may add up to less.

    ## Why it matters
    A score out of 110 or 90 cannot be compared with one out of 100.

    ## What to do
    Fill in the missing weight, or bring the weights back to those approved with the budget.
    """
    form = scored.form
    rows = {
        f"indicators[{index}].weight": points
        for index, row in enumerate(form.indicators)
        if (points := parse_points(row.weight)) is not None
    }
    if not rows or rescaling_of(scored) is not None:
        return
    yield _compare(form, rows, full_marks(scored))


def _compare(form: Form, rows: dict[str, int], full: int) -> Outcome:
    line = form.total_line
    execution = parse_points(line.weight) if line else None
    heading = parse_points(form.funds.heading_weight)
    total = sum(rows.values()) + (execution or 0)
    money = () if line is None else (money_cell(0, "weight"),)
    unweighed = _unweighed(form)
    if execution is None and heading is not None and line is not None:
        return _blank(heading, total)
    if total == full or (execution is None and _leaves_room(total, full)):
        return passes(*money, *rows)
    # a form that says itself out of how many points it is follows a rule that we do not know
    declared = parse_points(form.total.weight) == total
    return fails(
        *money,
        *rows,
        *unweighed,
        mend_at=tuple(unweighed) or None,
        message="fails-unweighed" if unweighed else "fails",
        severity="warning" if declared else None,
        printed=format_points(total),
        expected=format_points(full),
        difference=format_points(total - full),
        names=series(phrase("words.quoted", name=name) for name in unweighed.values()),
    )


def _unweighed(form: Form) -> dict[str, str]:
    """Return the blank weights beside a score, each with its indicator's name."""
    return {
        indicator_cell(index, "weight"): row.name
        for index, row in enumerate(form.indicators)
        if not row.weight and parse_points(row.score) is not None
    }


def _blank(heading: int, others: int) -> Outcome:
    cell = money_cell(0, "weight")
    return fails(
        cell,
        "funds.heading_weight",
        mend_at=(cell,),
        message="fails-blank",
        expected=format_points(heading),
        others=format_points(others),
    )


def _leaves_room(total: int, full: int) -> bool:
    """Whether a form that weighs no execution leaves the usual 10 points for it."""
    # 财预〔2020〕10号: 预算执行率 10 %; forms with 绩效指标（90分） print no weight for it
    return total == full * 9 // 10
