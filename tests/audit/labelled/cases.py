"""Names labelled by reading, as forms of one or two rows."""

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import yaml
from msgspec import Struct

from jiheng.audit.engine import audit_form
from jiheng.model.form import Form
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build

FOLDER = Path(__file__).parent
BENEFITS = {"经济": "效益指标", "社会": "效益指标", "生态": "效益指标", "可持续": "效益指标"}


class Measured(Struct, frozen=True, kw_only=True):
    """What a check said of labelled names, and what should have been said."""

    told: frozenset[str]
    defects: frozenset[str]

    def __str__(self) -> str:
        right, missed = len(self.told & self.defects), len(self.defects - self.told)
        return f"{len(self.told)} told, {right} rightly, {missed} missed"


def measured(code: str, defect: str, form: Callable[..., Form]) -> Measured:
    """Return how a check does on its labelled names; the last column is the label."""
    lists = yaml.safe_load((FOLDER / f"{code.lower()}.yaml").read_text(encoding="utf-8"))
    lines = {line: [cell.strip() for cell in line.split("|")] for line in chain(*lists.values())}
    return Measured(
        told=frozenset(line for line, cells in lines.items() if _tells(code, form(*cells[:-1]))),
        defects=frozenset(line for line, cells in lines.items() if cells[-1] == defect),
    )


def _tells(code: str, form: Form) -> bool:
    audit = audit_form(score_form(form, load_pack("cn-2020-10")))
    return code in {finding.code for finding in audit.findings}


def placed(level2: str, name: str, target: str) -> Form:
    """Return a form with one indicator under a second level."""
    level1 = next((one for mark, one in BENEFITS.items() if mark in level2), "产出指标")
    level1 = "满意度指标" if "满意" in level2 else level1
    row = f"{level1}(50分) | {level2} | {name} | {target} | {target} | 50 | 50"
    return build({"indicators": row})


def asked(project: str, work: str, name: str) -> Form:
    """Return a form of a project whose satisfaction indicator asks certain people."""
    unit = "云溪县财政局"
    return build(
        {
            "project": {"name": project, "department": unit, "implementing_unit": unit},
            "reporting_unit": unit,
            "goal": {"expected": work, "actual": work},
            "indicators": f"满意度指标(10分) | 满意度指标 | {name} | ≥90% | 95% | 10 | 10",
        }
    )


def beside(output: str, asked_for: str, done: str, benefit: str, hoped: str, came: str) -> Form:
    """Return a form with an output and a benefit."""
    return build(
        {
            "indicators": f"""
                产出指标(50分) | 数量指标 | {output} | {asked_for} | {done} | 50 | 50
                效益指标(30分) | 社会效益指标 | {benefit} | {hoped} | {came} | 30 | 30
            """
        }
    )
