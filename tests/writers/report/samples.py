"""Forms as a clerk would type them, with findings written by hand, ready for a report."""

from datetime import UTC, datetime

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from jiheng.audit.summary import score_line, wire_items
from jiheng.model.audit import Audit, CheckResults, Finding, FormKey, Run, Waiver
from jiheng.model.citation import Citation
from jiheng.model.form import Cell, Form
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from jiheng.writers.report import ReportEntry, write_report
from tests.audit.forms import build

PACK = load_pack("cn-2020-10")

UNREAD = Citation(title="财预〔2020〕10号", pinpoint="总分由各项指标得分汇总形成", verified=False)
READ = Citation(title="云财绩〔2023〕8号", pinpoint="第六条", verified=True)

OVERSTATED = {
    "indicators": """
        产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | 120人 | 30 | 30
        | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
        效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 60% | 30 | 30
        满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | 群众满意 | 达成年度指标 | 10 | 9
    """,
}
"""知晓率 60 % of 80 % gives 22.5 and not 30; the qualitative row may have 8 to 10."""


def finding(
    code: str = "AR01", severity: str = "error", at: tuple[str, ...] = ("total.score",), **more
):
    """Return a finding; what is not given is that of a wrong total."""
    given = {
        "name": "total-differs",
        "mend": "unit",
        "message": "总分栏为 100，各项得分之和为 97.5，相差 2.5",
        "law": UNREAD,
        "group": 0,
    }
    return Finding(code=code, severity=severity, at=at, **{**given, **more})


def waived(reason: str, by: str) -> Waiver:
    """Return why and by whom a finding is let stand."""
    return Waiver(reason=reason, by=by)


def entry(
    spec: dict | None = None, *findings: Finding, index: int = 1, pack=PACK, **more
) -> ReportEntry:
    """Return a form of the given words with these findings; ``more`` changes its audit."""
    form = build(spec or {}, index)
    return entry_of(form, *findings, pack=pack, **more)


def entry_of(form: Form, *findings: Finding, pack=PACK, **more) -> ReportEntry:
    """Return a form with these findings; ``more`` changes its audit."""
    scored = score_form(form, pack)
    key = FormKey(id=form.id, project=form.project.name, year=form.year, path=form.source.path)
    audit = Audit(
        form=key,
        pack=pack.id,
        pack_verified=pack.is_verified,
        verdict="error" if findings else "clean",
        score=score_line(scored),
        items=wire_items(scored),
        findings=findings,
        checks=CheckResults(),
    )
    return ReportEntry(form=form, audit=replace(audit, **more), pack=pack)


def at_row(form: Form, path: str, row: int, column: int, **more) -> Form:
    """Return the form with one field placed in its file; rows and columns count from 0."""
    return replace(form, cells={**form.cells, path: Cell(table=1, row=row, column=column, **more)})


def report(*entries: ReportEntry, run: Run | None = None, **more) -> str:
    """Return the report's text."""
    return write_report(
        entries,
        run or Run(forms=len(entries)),
        command="jiheng audit 自评表 -o 报告",
        generated=datetime(2024, 1, 12, 11, 6, tzinfo=UTC),
        **more,
    )


def page(*entries: ReportEntry, run: Run | None = None, **more) -> LexborHTMLParser:
    """Return the report as a browser sees it."""
    return LexborHTMLParser(report(*entries, run=run, **more))


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    """Return the texts of all elements, blanks joined."""
    return [" ".join(node.text(separator=" ").split()) for node in tree.css(selector)]


def attributes(tree: LexborHTMLParser, selector: str, name: str) -> list[str]:
    """Return one attribute of all elements that have it."""
    return [node.attributes[name] for node in tree.css(selector) if name in node.attributes]
