"""绩效运行监控: the unit reports how far it is, with a forecast for the year."""

import msgspec

from jiheng.model.form import Form
from jiheng.web.chain.lights import Progress, light_of
from jiheng.web.chain.models import Event, Monitoring
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.route import MonitoringRule
from jiheng.web.chain.steps import Action
from jiheng.web.forms.saving import form_of


def report_monitoring(order: Order) -> Event:
    """Keep the report with its lights; the form goes on to its self-evaluation."""
    with opened(order, Action.REPORT_MONITORING) as case:
        rule = case.route.monitoring
        form = form_of(case.record)
        if rule is None or {each.path for each in order.achieved} != monitored(form):
            raise Refused("refused.progress")
        if not all(each.done for each in order.achieved):
            raise Refused("refused.progress")
        event = case.move_on({"month": str(rule.month)})
        lights = _progress(form, order, rule)
        Monitoring.objects.create(
            event=event, month=rule.month, progress=msgspec.json.encode(lights).decode()
        )
        return event


def monitored(form: Form) -> set[str]:
    """Return the rows that a report has to speak of."""
    return {f"indicators[{index}]" for index, row in enumerate(form.indicators) if row.target}


def _progress(form: Form, order: Order, rule: MonitoringRule) -> tuple[Progress, ...]:
    rows = {f"indicators[{index}]": row for index, row in enumerate(form.indicators)}
    return tuple(
        Progress(
            path=each.path,
            done=each.done,
            forecast=each.forecast,
            light=light_of(rows[each.path], each.done, rule.month, rule.lights),
        )
        for each in order.achieved
    )
