"""One form goes through the whole chain, each step by the person whose step it is."""

from django.utils import timezone

from jiheng.model.paths import value_at
from jiheng.web.chain.actions.approve_adjustment import approve_adjustment
from jiheng.web.chain.actions.approve_target import approve_target
from jiheng.web.chain.actions.ask_adjustment import ask_adjustment
from jiheng.web.chain.actions.declare import declare
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.recheck import recheck
from jiheng.web.chain.actions.report_monitoring import report_monitoring
from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.review_department import review_department
from jiheng.web.chain.actions.review_target import review_target
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.changed import Difference, changed_since
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Achieved, Aspect, CellRemark
from jiheng.web.chain.steps import Step
from jiheng.web.forms.saving import CellChange, form_of
from jiheng.web.journal.models import Entry
from jiheng.web.journal.writing import first_break
from tests.web.chain.orders import order
from tests.web.city import record_at

PROGRESS = (
    Achieved(path="indicators[0]", done="760人", forecast="1250人"),
    Achieved(path="indicators[1]", done="68%", forecast="71%"),
    Achieved(path="indicators[2]", done="91%", forecast="92%"),
)


def test_a_form_goes_from_its_targets_to_its_end(city):
    record = record_at(city, Step.TARGET_DRAFT)

    declare(order(city.clerk, record))
    review_target(order(city.reviewer, record, aspects=tuple(Aspect)))
    approve_target(order(city.budget, record))
    raised = (CellChange(path="indicators[0].target", new="≥1250人"),)
    ask_adjustment(order(city.clerk, record, changes=raised, reason="追加了一个班"))
    approve_adjustment(order(city.budget, record))
    report_monitoring(order(city.clerk, record, achieved=PROGRESS))
    hand_in(order(city.clerk, record))
    wrong = (CellRemark(path="indicators[1].actual", remark="与台账不一致"),)
    send_back(order(city.reviewer, record, reason="就业率请核对台账", cells=wrong))
    mended = (CellChange(path="indicators[1].actual", new="71%"),)
    fill(order(city.clerk, record, changes=mended))
    resubmit(order(city.clerk, record))
    review_department(order(city.reviewer, record))
    recheck(order(city.performance, record))

    record.refresh_from_db()
    form = form_of(record)
    steps = [event.step_to for event in Event.objects.filter(record=record)]
    assert record.step == Step.CLOSED
    assert steps == [
        "target-review",
        "target-approval",
        "monitoring",
        "adjustment",
        "monitoring",
        "self-evaluation",
        "department-review",
        "self-evaluation",
        "department-review",
        "finance-recheck",
        "closed",
    ]
    assert value_at(form, "indicators[0].target") == "≥1250人"
    assert changed_since(record, 1) == (
        Difference(path="indicators[0].target", old="≥1200人", new="≥1250人"),
        Difference(path="indicators[1].actual", old="72%", new="71%"),
    )
    assert first_break() is None
    assert Entry.objects.filter(subject=record.number).count() == 16
    assert record.step_since <= timezone.now()


def test_a_place_where_the_department_approves_needs_no_finance_bureau(city):
    record = record_at(city, Step.TARGET_DRAFT, route="department-approves")

    declare(order(city.clerk, record))
    approve_target(order(city.reviewer, record))
    hand_in(order(city.clerk, record))
    review_department(order(city.reviewer, record))

    record.refresh_from_db()
    assert record.step == Step.CLOSED
