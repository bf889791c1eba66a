"""The demonstration's forms: made up by the generator, moved on by the people of the city."""

from collections.abc import Callable, Iterable
from itertools import cycle

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.generator import sample
from jiheng.model.form import Form, Goal, LabelledText, Total
from jiheng.web.chain.actions.approve_target import approve_target
from jiheng.web.chain.actions.ask_adjustment import ask_adjustment
from jiheng.web.chain.actions.declare import declare
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.recheck import recheck
from jiheng.web.chain.actions.review_department import review_department
from jiheng.web.chain.actions.review_target import review_target
from jiheng.web.chain.actions.send_back import send_back
from jiheng.web.chain.order import Aspect, CellRemark, Order
from jiheng.web.chain.route import COMMON
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, Registration, register
from jiheng.web.people.models import Organisation, Person

_FORMS_A_UNIT = 6
_LAYOUT = "national-2020"


class DemoUnit(Struct, frozen=True, kw_only=True):
    """A unit with those who have to do with its forms."""

    unit: Organisation
    sector: str
    clerk: Person
    reviewer: Person


class Cast(Struct, frozen=True, kw_only=True):
    """Everybody who moves one form."""

    clerk: Person
    reviewer: Person
    budget: Person
    performance: Person


_STATES = (
    ("self-evaluation",),
    ("self-evaluation", "hand-in"),
    ("target-draft", "declare"),
    ("self-evaluation", "hand-in", "send-back"),
    ("self-evaluation", "hand-in", "review"),
    ("target-draft", "declare", "review-target"),
    ("self-evaluation", "hand-in", "review", "recheck"),
    ("monitoring",),
    ("target-draft",),
    ("monitoring", "ask-adjustment"),
    ("target-draft", "declare", "review-target", "approve-target"),
)
"""How forms came to where they stand: where they begin, and what was done with them."""


def put_forms(units: tuple[DemoUnit, ...], budget: Person, performance: Person) -> None:
    """Register forms for every unit and move them to steps all along the chain."""
    states = cycle(_STATES)
    number = 0
    for place, unit in enumerate(units, 1):
        cast = Cast(
            clerk=unit.clerk, reviewer=unit.reviewer, budget=budget, performance=performance
        )
        for form in sample(_FORMS_A_UNIT, place, _LAYOUT, (unit.sector,)):
            number += 1
            begin, *steps = next(states)
            record = _registered(form, unit, Step(begin), number)
            _move(record, steps, cast)


def _registered(form: Form, unit: DemoUnit, step: Step, number: int) -> FormRecord:
    named = _at_home(form, unit)
    whole = named if step is Step.SELF_EVALUATION else without_results(named)
    about = Registration(
        number=f"YX-{form.year}-{number:04d}",
        organisation=unit.unit,
        filler=unit.clerk,
        route=COMMON,
        step=step,
    )
    return register(whole, about)


def _at_home(form: Form, unit: DemoUnit) -> Form:
    """The form under the names of the demonstration's city."""
    above = unit.unit.above
    project = replace(
        form.project,
        department=above.name if above else None,
        implementing_unit=unit.unit.name,
    )
    return replace(form, project=project, reporting_unit=unit.unit.name, contact=unit.clerk.name)


def without_results(form: Form) -> Form:
    """Return the form as it is before the year is over."""
    lines = (replace(each, executed=None, rate=None, score=None) for each in form.funds.lines)
    rows = (replace(each, actual=None, score=None, reason=None) for each in form.indicators)
    return replace(
        form,
        filled_on=None,
        funds=replace(form.funds, lines=tuple(lines)),
        goal=Goal(expected=form.goal.expected),
        goals=tuple(Goal(expected=each.expected) for each in form.goals),
        indicators=tuple(rows),
        total=Total(weight=form.total.weight),
        conclusion=None,
        texts=tuple(LabelledText(label=each.label) for each in form.texts),
    )


def _move(record: FormRecord, steps: Iterable[str], cast: Cast) -> None:
    orders: dict[str, Callable[[], object]] = {
        "declare": lambda: declare(_plain(record, cast.clerk)),
        "review-target": lambda: review_target(_reviewed(record, cast.reviewer)),
        "approve-target": lambda: approve_target(_plain(record, cast.budget)),
        "ask-adjustment": lambda: ask_adjustment(_wish(record, cast.clerk)),
        "hand-in": lambda: hand_in(_plain(record, cast.clerk)),
        "send-back": lambda: send_back(_return(record, cast.reviewer)),
        "review": lambda: review_department(_plain(record, cast.reviewer)),
        "recheck": lambda: recheck(_plain(record, cast.performance)),
    }
    for step in steps:
        orders[step]()


def _plain(record: FormRecord, person: Person) -> Order:
    return Order(person=person, record=record.pk, version=record.version)


def _reviewed(record: FormRecord, reviewer: Person) -> Order:
    return replace(_plain(record, reviewer), aspects=tuple(Aspect))


def _wish(record: FormRecord, clerk: Person) -> Order:
    wanted = (CellChange(path="indicators[0].target", new="≥120个"),)
    reason = "年中追加任务，原目标值偏低，申请调整。"
    return replace(_plain(record, clerk), changes=wanted, reason=reason)


def _return(record: FormRecord, reviewer: Person) -> Order:
    cells = (CellRemark(path="indicators[0].actual", remark="与台账核对后填写"),)
    reason = "第一个指标的实际完成值请与台账核对；有偏差的写明原因。"
    return replace(_plain(record, reviewer), cells=cells, reason=reason)
