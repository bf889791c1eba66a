"""Forms as a clerk would type them: one indicator a line."""

from jiheng.model.form import Form, Funds, Indicator, MoneyLine, Source, Total
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm, ScoredItem

FIELDS = ("level1", "level2", "name", "target", "actual", "weight", "score")


def form(
    rows: str = "",
    money: str | None = None,
    heading_weight: str | None = None,
    year: int | None = 2023,
    total: str | None = None,
) -> Form:
    """Return a form.

    Args:
        rows: ``产出指标 | 数量指标 | 培训人数 | ≥100人 | 96人 | 10 | 9.6``, one a line.
        money: ``年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分``, in 万元.
        heading_weight: the points in the heading 分值 (10分).
        year: the form's year.
        total: the printed total.
    """
    lines = () if money is None else (_money(money),)
    return Form(
        id="000000000000-1",
        source=Source(path="自评表.txt", format="text", part="table 1", index=1, sha256="0" * 64),
        year=year,
        funds=Funds(unit="万元", heading_weight=heading_weight, lines=lines),
        indicators=tuple(_row(line) for line in rows.strip().splitlines()),
        total=Total(score=total),
    )


def scored(given: Form, pack: str = "cn-2020-10") -> ScoredForm:
    return score_form(given, load_pack(pack))


def item(row: str, pack: str = "cn-2020-10", year: int | None = 2023) -> ScoredItem:
    """Return the only indicator of a form, scored."""
    return scored(form(row, year=year), pack).indicators[0].item


def money_item(line: str, pack: str = "cn-2020-10", heading: str | None = None) -> ScoredItem:
    """Return the money line of a form, scored."""
    found = scored(form(money=line, heading_weight=heading), pack).execution
    if found is None:
        raise LookupError("the form has no money line")
    return found


def _cells(line: str) -> list[str | None]:
    return [cell.strip() or None for cell in line.split("|")]


def _row(line: str) -> Indicator:
    values = dict(zip(FIELDS, _cells(line), strict=True))
    return Indicator(**{**values, "name": values["name"] or ""})


def _money(line: str) -> MoneyLine:
    initial, adjusted, executed, weight, score = _cells(line)
    return MoneyLine(
        label="年度资金总额",
        initial_budget=initial,
        adjusted_budget=adjusted,
        executed=executed,
        weight=weight,
        score=score,
    )
