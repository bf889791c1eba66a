"""What the checks find between a project's forms of several years, and with its monitoring."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from jiheng.audit.catalogue.across_forms import OF_ONE_PROJECT
from jiheng.audit.run import found_between
from jiheng.model.audit import RunFinding, Severity
from jiheng.model.form import Form, Indicator, LabelledText, MoneyLine, Total
from jiheng.pipeline.reading import with_pack
from jiheng.rulebook.messages import say
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm
from jiheng.web.chain.lights import Progress
from jiheng.web.chain.models import Monitoring
from jiheng.web.chain.steps import EVALUATED
from jiheng.web.forms.models import FormRecord
from jiheng.web.years.lineage import document_of

_OF_MONITORING = "/"
"""Behind a form's number: the report of its monitoring. No number has it, addresses part by it."""
_FORECAST = "全年预计完成情况"


class Between(Struct, frozen=True, kw_only=True):
    """One finding between forms.

    Attributes:
        title: of the check.
        records: the forms that it compares, the one that it is about last.
    """

    code: str
    title: str
    message: str
    advice: str
    severity: Severity
    records: tuple[FormRecord, ...]


def found_over(line: tuple[FormRecord, ...], language: str) -> tuple[Between, ...]:
    """Return what is found between the evaluated forms of a project, and their monitoring."""
    judged = tuple(each for each in line if each.step in EVALUATED)
    forms = {each.number: _known(each, judged[-1]) for each in judged}
    scored = tuple(_scored(form) for form in (*forms.values(), *_monitored(judged, forms)))
    by_number = {each.number: each for each in judged}
    return tuple(
        _between(each, by_number, language)
        for each in found_between(OF_ONE_PROJECT, scored, language)
    )


def _between(finding: RunFinding, by_number: dict[str, FormRecord], language: str) -> Between:
    numbers = dict.fromkeys(cell.form.partition(_OF_MONITORING)[0] for cell in finding.at)
    return Between(
        code=finding.code,
        title=say(f"{finding.code[:2].lower()}.{finding.code}.title", language),
        message=finding.message,
        advice=finding.advice or "",
        severity=finding.severity,
        records=tuple(sorted((by_number[each] for each in numbers), key=lambda each: each.year)),
    )


def _known(record: FormRecord, latest: FormRecord) -> Form:
    """A form under its number, of the project as the latest form calls it."""
    form, named = document_of(record), document_of(latest)
    project, unit = named.project, named.reporting_unit
    return replace(form, id=record.number, project=project, reporting_unit=unit)


def _scored(form: Form) -> ScoredForm:
    read = with_pack(form, form.pack)
    return score_form(read.form, read.pack, read.why)


def _monitored(records: tuple[FormRecord, ...], forms: dict[str, Form]) -> Iterator[Form]:
    """Yield the last report of monitoring of each form, as the form that it would be on paper."""
    reports = Monitoring.objects.filter(event__record__in=[each.pk for each in records])
    last = {
        each.event.record.number: each
        for each in reports.select_related("event__record").order_by("pk")
    }
    for number, report in last.items():
        progress = msgspec.json.decode(report.progress, type=tuple[Progress, ...])
        yield _report(forms[number], {each.path: each for each in progress}, number)


def _report(form: Form, progress: dict[str, Progress], number: str) -> Form:
    rows = tuple(
        _so_far(row, progress.get(f"indicators[{at}]")) for at, row in enumerate(form.indicators)
    )
    told = (
        f"{row.name}：{found.forecast}"
        for at, row in enumerate(form.indicators)
        if (found := progress.get(f"indicators[{at}]")) and found.forecast
    )
    return replace(
        form,
        id=f"{number}{_OF_MONITORING}",
        kind="monitoring",
        funds=replace(form.funds, lines=tuple(_planned(each) for each in form.funds.lines)),
        indicators=rows,
        total=Total(),
        texts=(LabelledText(label=_FORECAST, text="\n".join(told)),),
    )


def _so_far(row: Indicator, progress: Progress | None) -> Indicator:
    return replace(row, actual=progress.done if progress else None, score=None, reason=None)


def _planned(line: MoneyLine) -> MoneyLine:
    return replace(line, executed=None, score=None)
