"""A file of cases for tests: one indicator, one qualitative, one grade."""

import json
from pathlib import Path

WORKING = {"zh": "380 ÷ 400 = 95%；10 × 95% = 9.5", "en": "380 ÷ 400 = 95 %; 10 × 95 % = 9.5"}


def counted(**changes: object) -> dict:
    case = {
        "kind": "indicator",
        "id": "count",
        "pack": "cn-2020-10",
        "rule": "pass_threshold",
        "title": {"zh": "未达到", "en": "Below the target"},
        "printed": {
            "level1": "产出指标",
            "level2": "数量指标",
            "name": "灌溉渠修缮处数",
            "target": "≥400处",
            "actual": "380处",
            "weight": "10",
        },
        "numbers": {
            "kind": "values",
            "operator": "ge",
            "target": "400",
            "actual": "380",
            "weight": "10",
        },
        "expected": {"low": "9.5", "high": "9.5"},
        "working": WORKING,
    }
    return case | changes


def qualitative(**changes: object) -> dict:
    printed = {
        "level1": "效益指标",
        "level2": "社会效益指标",
        "name": "出行便利程度",
        "target": "明显改善",
        "actual": "达成年度指标",
        "weight": "10",
    }
    numbers = {"kind": "tier", "tier": "met", "weight": "10"}
    expected = {"low": "8", "high": "10"}
    case = counted(id="words", rule="tiers", printed=printed, numbers=numbers, expected=expected)
    return case | changes


def graded(**changes: object) -> dict:
    case = {
        "kind": "grade",
        "id": "grade",
        "pack": "cn-2020-10",
        "rule": "grades",
        "title": {"zh": "总分 79.99 至 80", "en": "Total 79.99 to 80"},
        "total": {"low": "79.99", "high": "80"},
        "expected": {"grades": ["中", "良"]},
        "working": {"zh": "79.99 在中，80 在良", "en": "79.99 is 中, 80 is 良"},
    }
    return case | changes


def topic(*cases: dict) -> dict:
    return {
        "schema": "jiheng.conformance/1",
        "topic": "trial",
        "title": {"zh": "试题", "en": "Trial"},
        "about": {"zh": "试题。", "en": "Trial."},
        "cases": list(cases),
    }


def write(folder: Path, *cases: dict, name: str = "trial.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(topic(*cases), ensure_ascii=False), encoding="utf-8")
    return path


def write_results(folder: Path, text: str) -> Path:
    path = folder / "结果.json"
    path.write_text(text, encoding="utf-8")
    return path
