"""Forms as a clerk would type them, for the cases beside each check."""

import re

from jiheng.model.form import (
    Cell,
    Form,
    Funds,
    Goal,
    Indicator,
    LabelledText,
    MoneyLine,
    Project,
    Source,
    Total,
)

CLEAN = {
    "title": "项目支出绩效自评表",
    "year": 2023,
    "reporting_unit": "云溪县职业技能中心",
    "filled_on": "2024-01-12",
    "project": {
        "name": "职业技能培训补助",
        "department": "云溪县人力资源局",
        "implementing_unit": "云溪县职业技能中心",
    },
    "unit": "万元",
    "money": "年度资金总额 | 50 | 50 | 49.999 | 10 | 100% | 10",
    "goal": {"expected": "完成全年培训任务。", "actual": "全年办班12期，培训120人。"},
    "indicators": """
        产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 30 | 30
        | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
        效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
        满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
    """,
    "total": "100 | 100",
    "conclusion": "单位绩效自评分数100分，自评等次为优。",
}
"""A form that every check is content with, under cn-2020-10."""

_MONEY = ("initial_budget", "adjusted_budget", "executed", "weight", "rate", "score", "reason")
_ROW = ("target", "actual", "weight", "score", "reason", "method")
_HEADING = re.compile(r"(.+?)\((\d+)分\)(?:=(.+))?")


def build(given: dict, index: int = 1) -> Form:
    """Return the clean form with what is given in its place; a null removes a part."""
    spec = {**CLEAN, **given}
    digest = f"{index:064d}"
    return Form(
        id=f"{digest[:12]}-{index}",
        source=Source(
            path=spec.get("path", "自评表.txt"),
            format="text",
            part=f"table {index}",
            index=index,
            sha256=digest,
        ),
        kind=spec.get("kind", "self-evaluation"),
        layout=spec.get("layout"),
        title=spec["title"],
        year=spec["year"],
        reporting_unit=spec["reporting_unit"],
        filled_on=spec["filled_on"],
        project=Project(**spec["project"]),
        funds=_funds(spec),
        goal=Goal(**(spec["goal"] or {})),
        indicators=_indicators(spec["indicators"] or "", spec.get("columns", _ROW)),
        total=Total(
            **dict(zip(("weight", "score", "grade"), _cells(spec["total"] or ""), strict=False))
        ),
        conclusion=spec["conclusion"],
        notes=tuple(spec.get("notes", ())),
        texts=tuple(LabelledText(**text) for text in spec.get("texts", ())),
        cells=_places(spec.get("cells", ())),
    )


def _places(given) -> dict[str, Cell]:
    """Return the places of the paths listed, with the cell's text where paths and texts are given."""
    texts = given if isinstance(given, dict) else dict.fromkeys(given, "")
    return {path: Cell(table=0, row=0, column=0, text=text) for path, text in texts.items()}


def _cells(line: str) -> list[str | None]:
    return [cell.strip() or None for cell in line.split("|")]


def _lines(text: str) -> list[list[str | None]]:
    return [_cells(line) for line in text.strip().splitlines() if line.strip()]


def _funds(spec: dict) -> Funds:
    lines = []
    for label, *values in _lines(spec["money"] or ""):
        name, _, of = label.partition("<")
        lines.append(
            MoneyLine(
                label=name,
                of=of or None,
                **dict(zip(spec.get("money_columns", _MONEY), values, strict=False)),
            )
        )
    return Funds(unit=spec["unit"], heading_weight=spec.get("heading_weight"), lines=tuple(lines))


def _indicators(text: str, columns: list[str]) -> tuple[Indicator, ...]:
    rows = []
    level1 = level1_printed = points = level2 = None
    for first, second, name, *values in _lines(text):
        if first:
            heading = _HEADING.fullmatch(first)
            printed, points, meant = heading.groups() if heading else (first, None, None)
            level1_printed, level1 = printed, meant or printed
        level2 = second or level2
        rows.append(
            Indicator(
                level1=level1,
                level1_printed=level1_printed,
                level1_points=points,
                level2=level2,
                name=name,
                **dict(zip(columns, values, strict=False)),
            )
        )
    return tuple(rows)
