"""Keeps the figures of a form beside it, so that lists need not open the form."""

from datetime import date

import msgspec

from jiheng.model.form import Form
from jiheng.model.points import parse_points
from jiheng.quantities import parse_in
from jiheng.web.chain.openness import open_return
from jiheng.web.chain.past import past_of
from jiheng.web.chain.route import load_route
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.summary import Summary, read_summary, summary_of
from jiheng.web.lists.blanks import blank_paths
from jiheng.web.lists.models import GRAVITY, Figures
from jiheng.web.rectification.models import Notice
from jiheng.web.rectification.states import NoticeState

WHOLE = 10_000
"""A rate of 100 %, and a yuan."""
_MOST = 2**62
"""What a column of the database can hold, with room to add up."""


def keep_figures(record: FormRecord) -> None:
    """Write the figures of a form as it is now, in the transaction that changed it."""
    form = msgspec.json.decode(record.document, type=Form)
    summary = read_summary(record.summary)
    budget, executed = _money(form)
    stake = parse_points(summary.at_stake) or 0
    low, high = summary.recomputed or (None, None)
    Figures(
        record=record,
        due=_due(record),
        is_returned=open_return(record) is not None,
        is_judged=summary.is_judged,
        blanks=len(blank_paths(form, Step(record.step))),
        errors=summary.errors,
        warnings=summary.warnings,
        hints=summary.hints,
        stake=stake,
        priority=stake * (GRAVITY * summary.errors + summary.warnings),
        budget=budget,
        executed=executed if summary.is_judged else None,
        rate=_rate(budget, executed, summary),
        printed=parse_points(summary.printed),
        low=parse_points(low),
        high=parse_points(high),
        grade=summary.grade,
        low_grade=summary.grades[0] if summary.grades else "",
        high_grade=summary.grades[-1] if summary.grades else "",
        once=" ".join(summary.once),
        **summary.tally,
    ).save()


def catch_up() -> None:
    """Give figures to forms that have none yet, and the deadlines of today's routes to all."""
    for record in FormRecord.objects.filter(figures=None).iterator():
        # An earlier version may have left a summary that says less.
        form = msgspec.json.decode(record.document, type=Form)
        record.summary = summary_of(form, Step(record.step), record.papers)
        record.save(update_fields=["summary"])
        keep_figures(record)
    noticed = Notice.objects.filter(state=NoticeState.ISSUED).values("record")
    places = FormRecord.objects.order_by().values_list("route", "step", "year").distinct()
    for route, step, year in places:
        due = load_route(route).due(Step(step), year)
        at = {"record__route": route, "record__step": step, "record__year": year}
        here = Figures.objects.filter(**at).exclude(record__in=noticed)
        late = here.exclude(due=due) if due else here.filter(due__isnull=False)
        late.update(due=due)


def _due(record: FormRecord) -> date | None:
    """The day of the notice that waits for the unit, else that of the step."""
    notice = past_of(record).notice
    if notice is not None and notice.state == NoticeState.ISSUED:
        return notice.due
    return load_route(record.route).due(Step(record.step), record.year)


def _money(form: Form) -> tuple[int | None, int | None]:
    """Budget and execution in 1/10,000 yuan."""
    line = form.total_line
    if line is None:
        return None, None
    budget = line.adjusted_budget if line.adjusted_budget is not None else line.initial_budget
    return _yuan(budget, form.funds.unit), _yuan(line.executed, form.funds.unit)


def _yuan(text: str | None, unit: str | None) -> int | None:
    value = parse_in(text, unit=unit)
    if value.kind != "number" or value.dimension != "money" or value.amount is None:
        return None
    amount = value.amount // value.over
    return amount if abs(amount) < _MOST // WHOLE else None


def _rate(budget: int | None, executed: int | None, summary: Summary) -> int | None:
    if not summary.is_judged or not budget or budget < 0 or executed is None:
        return None
    return min((2 * executed * WHOLE + budget) // (2 * budget), _MOST // WHOLE)
