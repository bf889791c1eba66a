"""Invented forms of a corpus, as short as a test can say them."""

from pathlib import Path

import msgspec

from jiheng.corpus.auditing.extracting import Extraction
from jiheng.corpus.auditing.questions.register import Register
from jiheng.corpus.auditing.reading import AuditedForm
from jiheng.model.form import Form, Funds, Goal, Indicator, MoneyLine, Project, Source, Total
from jiheng.model.points import parse_points

UNIT = "云溪县就业局"


def row(name: str, target: str, actual: str, level2: str = "数量指标", **more) -> Indicator:
    """Return an indicator of 10 points."""
    level1 = {"成本指标": "成本指标", "满意度指标": "满意度指标"}.get(level2, "产出指标")
    told = {"weight": "10", "score": "10", **more}
    return Indicator(level1=level1, level2=level2, name=name, target=target, actual=actual, **told)


def form(number: int, *rows: Indicator, unit: str | None = UNIT, year: int = 2024, **more) -> Form:
    """Return a form of 100万元 of which all was spent, unless ``spent`` or ``budget`` say more."""
    spent, budget = more.get("spent", "100"), more.get("budget", "100")
    line = MoneyLine(
        label="年度资金总额", initial_budget=budget, adjusted_budget=budget, executed=spent
    )
    return Form(
        id=f"f-{number}",
        source=Source(path=f"{number}.docx", format="docx", part="", index=1, sha256=""),
        year=year,
        project=Project(
            name=more.get("project", f"项目{number}"),
            department=more.get("department"),
            implementing_unit=unit,
        ),
        funds=Funds(unit="万元", lines=(line,)),
        goal=Goal(expected=more.get("goal"), actual=more.get("outcome")),
        indicators=rows,
        total=Total(score=more.get("total")),
    )


def audited(of: Form, region: str = "640400", **more) -> AuditedForm:
    """Return a form as a corpus keeps it."""
    told = {"low": None, "high": None, "findings": (), "verdict": "clean", **more}
    return AuditedForm(
        id=of.id,
        year=of.year or 0,
        region=region,
        pack="cn-2020-10",
        total_printed=parse_points(of.total.score),
        amount=100_0000_00,
        points_at_stake="0",
        json=msgspec.json.encode(of).decode(),
        **told,
    )


def registered(folder: Path, *forms: Form | AuditedForm) -> Register:
    """Return the register of forms whose tables now lie in a folder."""
    with Extraction(folder) as extraction:
        for each in forms:
            extraction.add(each if isinstance(each, AuditedForm) else audited(each))
    return Register(folder)


def asked(questions) -> list[tuple[str, dict[str, str], list[tuple[int, str]]]]:
    """Return kind, numbers and places of questions."""
    return [
        (each.kind, dict(each.told.values), [(one.form, one.at) for one in each.members])
        for each in questions
    ]
