"""Small forms of an invented unit that put one situation before a rule pack."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Form, Funds, Goal, Indicator, MoneyLine, Project, Source, Total
from jiheng.model.points import format_points, parse_points

LAYOUT = "national-2020"
YEAR = 2023
FULL_MARKS = 100_00
ROW = 10_00
"""Points of the row that is looked at."""

PEOPLE = 10_000
"""A target of so many people makes every share in 1/10,000 a whole number of people."""

TIERS = ("达成年度指标", "部分达成年度指标并具有一定效果", "未达成年度指标且效果较差")
"""Completion phrases of the tiers met, partly, unmet."""

LEVELS = ("产出指标", "成本指标", "效益指标", "满意度指标")
"""The order in which official forms print the first levels."""

UNIT = "云溪县职业技能中心"


class Money(Struct, frozen=True, kw_only=True):
    """The money line of a witness, in 万元, with its score as printed."""

    budget: str = "10000"
    executed: str = "10000"
    score: str = "10"


def positive(share: int, score: int | None = None, of: int = PEOPLE) -> Indicator:
    """Return a target of people that was reached to this share, in 1/10,000."""
    return _row(
        "产出指标", "数量指标", "培训人数", (f"≥{of}人", f"{share * of // PEOPLE}人"), score
    )


def negative(target: str, actual: str, score: int | None = None) -> Indicator:
    """Return a ceiling and what it came to."""
    return _row("效益指标", "社会效益指标", "投诉次数", (f"≤{target}次", f"{actual}次"), score)


def equal(target: str, actual: str) -> Indicator:
    """Return an exact standard and what it came to."""
    return _row("产出指标", "数量指标", "编印教材种数", (f"={target}种", f"{actual}种"), None)


def satisfaction(target: int, actual: int, score: int | None = None) -> Indicator:
    """Return a satisfaction rate and its target, in 1/10,000."""
    rates = (f"≥{format_points(target)}%", f"{format_points(actual)}%")
    return _row("满意度指标", "服务对象满意度指标", "学员满意度", rates, score)


def qualitative(actual: str, score: int | None = None, target: str = "显著提高") -> Indicator:
    """Return a target in words and what was made of it."""
    return _row("效益指标", "可持续影响指标", "技能水平", (target, actual), score)


def dated(target: str, actual: str) -> Indicator:
    """Return a deadline and when it was done."""
    return _row("产出指标", "时效指标", "培训完成时间", (target, actual), None)


def cost(target: str, actual: str | None) -> Indicator:
    """Return a cost and what it came to, in 万元."""
    shown = None if actual is None else f"{actual}万元"
    return _row("产出指标", "成本指标", "培训费用", (f"{target}万元", shown), None)


def attained(points: int) -> Indicator:
    """Return a row of so many points that was reached exactly, under any rule."""
    shown = format_points(points)
    row = _row("产出指标", "数量指标", "办班期数", ("≥12期", "12期"), points)
    return replace(row, weight=shown, score=shown)


def missed(points: int) -> Indicator:
    """Return a row of so many points of which nothing was done."""
    row = _row("产出指标", "数量指标", "回访人数", ("≥100人", "0人"), 0)
    return replace(row, weight=format_points(points))


def _row(
    level1: str, level2: str, name: str, values: tuple[str, str | None], score: int | None
) -> Indicator:
    return Indicator(
        level1=level1,
        level1_printed=level1,
        level2=level2,
        name=name,
        target=values[0],
        actual=values[1],
        weight=format_points(ROW),
        score=format_points(ROW if score is None else score),
    )


def witness(rows: Sequence[Indicator], money: Money | None = None, execution: int = ROW) -> Form:
    """Return a form of 100 points: what these rows leave goes to one more row, which is full."""
    left = FULL_MARKS - execution - _sum(row.weight for row in rows)
    return exactly((attained(left), *rows) if left > 0 else rows, money, execution)


def exactly(rows: Sequence[Indicator], money: Money | None = None, execution: int = ROW) -> Form:
    """Return a form with these rows and no others.

    Args:
        rows: with the scores that the unit gave itself.
        money: the money line; None for a budget that was spent to the last.
        execution: points of the execution rate, in 1/100 point.
    """
    spent = money or Money(score=format_points(execution))
    score = _sum((spent.score, *(row.score for row in rows)))
    return Form(
        id="",
        source=Source(path="", format="", part="", index=1, sha256=""),
        layout=LAYOUT,
        title="项目支出绩效自评表",
        year=YEAR,
        project=Project(name="职业技能培训补助", department="云溪县就业局", implementing_unit=UNIT),
        funds=Funds(unit="万元", lines=(_line(spent, execution),)),
        goal=Goal(expected="办好全年的技能班。", actual="全年的技能班已办完。"),
        indicators=_by_level(rows),
        total=Total(weight=format_points(FULL_MARKS), score=format_points(score)),
    )


def of_total(points: int) -> Form:
    """Return a form that comes to exactly so many points: all money spent, rows full or empty."""
    execution = min(points, ROW)
    full = (attained(points - execution),) if points > execution else ()
    left = FULL_MARKS - points
    rest = (missed(left),) if left > 0 else ()
    return exactly((*full, *rest), None, execution)


def graded(form: Form, word: str) -> Form:
    """Return the form with a conclusion that names its total and this grade."""
    return replace(form, conclusion=f"单位绩效自评分数{form.total.score}分，自评等次为{word}。")


def _by_level(rows: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Official forms print the first levels in one order; each stands once."""
    return tuple(sorted(rows, key=lambda row: LEVELS.index(row.level1 or LEVELS[0])))


def _line(money: Money, execution: int) -> MoneyLine:
    return MoneyLine(
        label="年度资金总额",
        initial_budget=money.budget,
        adjusted_budget=money.budget,
        executed=money.executed,
        weight=format_points(execution),
        score=money.score,
    )


def _sum(texts: Iterable[str | None]) -> int:
    return sum(parse_points(text) or 0 for text in texts)
