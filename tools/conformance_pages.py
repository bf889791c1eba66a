"""The conformance cases as a page to read, and the schema of their files."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from jiheng.model.conformance import (
    ExecutionCase,
    GradeCase,
    Grades,
    IndicatorCase,
    PrintedMoney,
    PrintedRow,
    Span,
    Topic,
)
from jiheng.pipeline.conformance import load_suite

HEAD = """\
# 一致性用例 · The conformance cases

共 {cases} 例，与本文件夹里的 JSON 相同，供阅读和手工核对；怎样用见
[docs/conformance.md](../docs/conformance.md)。此页由 `make docs` 生成，请勿手改。

The {cases} cases of the JSON files beside this page, to be read and worked by hand; how to use them
is in [docs/conformance.md](../docs/conformance.md). `make docs` writes this page.
"""


def conformance_pages(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the schema of a file of cases, and all cases as tables."""
    schema = msgspec.json.schema(Topic)
    text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True)
    yield folder / "conformance.schema.json", text + "\n"
    yield folder / "cases.md", _cases()


def _cases() -> str:
    suite = load_suite()
    parts = [HEAD.format(cases=len(list(suite.cases)))]
    for topic in suite.topics:
        parts += [
            f"## {topic.title.zh} · {topic.title.en}",
            "",
            topic.about.zh,
            "",
            topic.about.en,
            "",
            "| 编号 id | 规则包 pack | 给定 given | 应得 expected | 算法 working |",
            "|---|---|---|---|---|",
            *(_row(case) for case in topic.cases),
            "",
        ]
    return "\n".join(parts)


def _row(case) -> str:
    working = f"{case.working.zh}<br>{case.working.en}"
    cells = (f"`{case.id}`", f"`{case.pack}`", _given(case), _expected(case.expected), working)
    return f"| {' | '.join(cells)} |"


def _given(case) -> str:
    match case:
        case IndicatorCase():
            return _indicator(case.printed)
        case ExecutionCase():
            return _money(case.printed)
        case GradeCase():
            return f"总分 {_expected(case.total)}"
        case _:
            money = [] if case.money is None else [_money(case.money.printed)]
            return "<br>".join([*money, *(_indicator(row.printed) for row in case.rows)])


def _indicator(row: PrintedRow) -> str:
    return (
        f"{row.name}：目标 {_cell(row.target)}，实际 {_cell(row.actual)}，分值 {_cell(row.weight)}"
    )


def _money(money: PrintedMoney) -> str:
    return (
        f"预算（{money.unit}）：年初 {_cell(money.initial_budget)}，"
        f"全年 {_cell(money.adjusted_budget)}，执行 {_cell(money.executed)}，"
        f"分值 {_cell(money.weight)}"
    )


def _cell(text: str | None) -> str:
    return "（空）" if text is None else text


def _expected(expected: Span | Grades | None) -> str:
    match expected:
        case None:
            return "不记分"
        case Grades():
            return "、".join(expected.grades)
        case _ if expected.low == expected.high:
            return expected.low
        case _:
            return f"{expected.low} 至 {expected.high}"
