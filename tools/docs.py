"""Writes the pages that are made from the code: schemas, one page a check, conformance cases.

Run as ``python -m tools.docs``; with ``--check`` nothing is written and a stale page is an error.
"""

import inspect
import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import msgspec
import yaml

from jiheng.audit.catalogue import ALL_CHECKS
from jiheng.cli.cases import example_sentence
from jiheng.model.audit import Audit, Run
from jiheng.model.corpus import Manifest
from jiheng.model.dossier import DossierEntry, DossierHead
from jiheng.model.form import Form
from jiheng.model.measure import Measure, Measured
from jiheng.model.proof import FormProofs
from jiheng.model.publication import PackageManifest, Publication
from jiheng.model.reading_report import ReadingReport
from jiheng.model.repair import Repair
from jiheng.model.simulation import Simulation
from jiheng.model.survey import Survey, SurveyResult
from jiheng.rulebook.messages import template
from tools.api_pages import api_pages
from tools.conformance_pages import conformance_pages
from tools.ledger_pages import ledger_pages

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SCHEMAS = {
    "form-1": Form,
    "audit-1": Audit,
    "run-1": Run,
    "repair-1": Repair,
    "reading-1": ReadingReport,
    "publication-1": Publication,
    "publication-manifest-1": PackageManifest,
    "dossier-1": DossierHead,
    "dossier-entry-1": DossierEntry,
    "proofs-1": FormProofs,
    "measure-1": Measure,
    "measured-1": Measured,
    "corpus-1": Manifest,
    "survey-1": Survey,
    "survey-result-1": SurveyResult,
    "simulation-1": Simulation,
}
SEVERITIES = {"error": "错误", "warning": "疑点", "info": "提示"}
BLANK = template("cli.explain-blank") or ""
MENDERS = {"unit": "单位", "template": "表样", "system": "系统", "rule": "规则"}


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every generated page with its text."""
    for name, type_ in SCHEMAS.items():
        schema = msgspec.json.schema(type_)
        text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True)
        yield DOCS / "schema" / f"{name}.json", text + "\n"
    yield from conformance_pages(ROOT / "conformance")
    yield DOCS / "api-pages.md", api_pages()
    yield from ledger_pages(DOCS / "ledgers")
    checks = ALL_CHECKS
    for check in checks:
        yield DOCS / "checks" / f"{check.code}.md", _page(check)
    yield DOCS / "checks" / "README.md", _index(checks)


def _entry(check, key: str, language: str = "zh") -> str:
    return template(f"{check.code[:2].lower()}.{check.code}.{key}", language) or ""


def _index(checks) -> str:
    rows = [
        f"| [{check.code}]({check.code}.md) | {_entry(check, 'title')} | "
        f"{_entry(check, 'title', 'en')} | {SEVERITIES[check.severity]} | {MENDERS[check.mend]} |"
        for check in checks
    ]
    head = [
        "# 检查目录 · The checks",
        "",
        f"共 {len(checks)} 项。此页与各分页由 `make docs` 生成，请勿手改。",
        "",
        "| 编号 | 检查什么 | what it finds | 程度 | 由谁改 |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""])


def _page(check) -> str:
    cases = yaml.safe_load(_cases(check))
    sources = [
        f"- {source.title} {source.pinpoint}（{'已核原文' if source.verified else '未核原文'}）"
        for source in check.sources
    ]
    parts = [
        f"# {check.code} {_entry(check, 'title')}",
        "",
        f"`{check.name}` · {SEVERITIES[check.severity]} · 由{MENDERS[check.mend]}改 · "
        f"自 {check.since} 版",
        "",
        f"> {example_sentence(check, 'zh', BLANK) or ''}".rstrip(),
        "",
        f"**为什么要查**：{_entry(check, 'why')}",
        "",
        f"**怎么办**：{_entry(check, 'advice')}",
        "",
        _shifted(inspect.getdoc(check.run) or ""),
        "",
        "## 依据 · Sources",
        *sources,
        "",
        f"看哪些格子：{'、'.join(f'`{path}`' for path in check.reads)}",
        "",
        *_shown("## 例：会提出", cases.get("fires")),
        *_shown("## 例：不提出", cases.get("passes") or cases.get("silent")),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _shifted(docstring: str) -> str:
    return "\n".join(line.rstrip() for line in docstring.splitlines())


def _cases(check) -> str:
    (path,) = [
        path
        for path in files("jiheng.audit.checks").iterdir()
        if path.name.startswith(f"{check.code.lower()}_") and path.name.endswith(".yaml")
    ]
    return path.read_text(encoding="utf-8")


def _shown(heading: str, cases: list | None) -> list[str]:
    if not cases:
        return []
    text = yaml.safe_dump(cases[0], allow_unicode=True, sort_keys=False, width=100)
    return [heading, "", "```yaml", text.rstrip(), "```", ""]


def main() -> int:
    """Write the pages, or with ``--check`` say which are stale."""
    wanted = dict(pages())
    made = [*DOCS.glob("schema/*.json"), *DOCS.glob("checks/[A-Z][A-Z][0-9][0-9].md")]
    stale = [path for path, text in wanted.items() if not _is_current(path, text)]
    orphans = [path for path in made if path not in wanted]
    if "--check" in sys.argv[1:]:
        for path in (*stale, *orphans):
            print(f"{path.relative_to(ROOT)} is stale: run `make docs`")
        return 1 if stale or orphans else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], encoding="utf-8")
    for path in orphans:
        path.unlink()
    return 0


def _is_current(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
