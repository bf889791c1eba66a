"""What follows from a review in the demonstration: notices, feedback, advice for next year."""

from datetime import timedelta

from jiheng.web import clock
from jiheng.web.chain.actions.advise import advise
from jiheng.web.chain.actions.close_notice import close_notice
from jiheng.web.chain.actions.feed_back import feed_back
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.actions.issue_notice import issue_notice
from jiheng.web.chain.actions.refuse_feedback import refuse_feedback
from jiheng.web.chain.openness import open_paths
from jiheng.web.chain.order import Order
from jiheng.web.demo.projects import differences
from jiheng.web.demo.tale import Tale, record_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.lists.models import Figures
from jiheng.web.people.models import Person
from jiheng.web.people.roles import Role
from jiheng.web.rectification.models import Demand
from jiheng.web.rectification.raised import is_raised, raised
from jiheng.web.rectification.states import OPEN, Use
from jiheng.web.rectification.wishes import Answer, Judgement, NoticeWish, UseWish, Wanted

_MOST = 3
_DAYS = timedelta(days=20)
_WELL, _POORLY = 9_500, 8_000
"""Execution rates in 1/10,000 by which the budget office advises here; no rule of any place."""
_WORDS = Wanted(
    found="复核时未见指标完成值的原始台账",
    wanted="补齐台账并上传，说明归档地点",
)


def issue(tale: Tale) -> None:
    """The performance office demands that findings be mended, and the ledgers shown."""
    found = tuple(
        Wanted(code=each.code, path=each.path, wanted=each.wanted or "请核对后改正")
        for each in raised(record_of(tale))[:_MOST]
    )
    order = _order(tale, tale.offices[Role.PERFORMANCE_OFFICE], "复核发现以下问题，请按期整改。")
    issue_notice(order, NoticeWish(due=clock.today() + _DAYS, demands=(*found, _WORDS)))


def rectify(tale: Tale) -> None:
    """The clerk mends what the notice opened, and answers."""
    record = record_of(tale)
    changes = differences(form_of(record), tale.form.right, open_paths(form_of(record), record))
    if changes:
        fill(
            Order(person=tale.unit.clerk, record=record.pk, version=record.version, changes=changes)
        )
    now = record_of(tale)
    answers = tuple(Answer(demand=each.pk, words=_said(now, each)) for each in _demands(tale))
    feed_back(_order(tale, tale.unit.clerk), answers)


def refuse(tale: Tale) -> None:
    """The office gives the feedback back."""
    order = _order(
        tale, tale.offices[Role.PERFORMANCE_OFFICE], "上传的台账不完整，请补齐全年各月记录。"
    )
    refuse_feedback(order, clock.today() + _DAYS)


def settle(tale: Tale) -> None:
    """The office closes what is mended; where a finding is still there, it gives it back."""
    record, demands = record_of(tale), _demands(tale)
    if any(each.code and is_raised(record, each.code, each.path) for each in demands):
        refuse(tale)
        return
    met = tuple(
        Judgement(demand=each.pk, is_accepted=True, words="台账齐全，与自评数据一致。")
        for each in demands
        if not each.code
    )
    close_notice(_order(tale, tale.offices[Role.PERFORMANCE_OFFICE]), met)


def advise_next(tale: Tale) -> None:
    """The budget office says what the result means for the next budget."""
    figures = Figures.objects.get(record=record_of(tale))
    budget, rate = figures.budget, figures.rate or 0
    if rate >= _WELL:
        use, amount, reason = Use.PRIORITY, budget, "执行和完成情况良好，建议按需要优先保障。"
    elif rate >= _POORLY:
        use, amount, reason = Use.KEEP, budget, "完成情况正常，建议参照上年规模安排。"
    else:
        use, amount, reason = Use.REDUCE, figures.executed, "执行率偏低，建议按实际执行数压减。"
    order = _order(tale, tale.offices[Role.BUDGET_OFFICE], reason)
    advise(order, UseWish(use=use, amount=amount))


def _said(record: FormRecord, demand: Demand) -> str:
    if not demand.code:
        return "台账已补齐，存档案室。"
    is_left = is_raised(record, demand.code, demand.path)
    return "还在与业务科室核对，尚未改正。" if is_left else "已核对台账并改正。"


def _demands(tale: Tale) -> tuple[Demand, ...]:
    return tuple(Demand.objects.filter(notice__record=record_of(tale), notice__state__in=OPEN))


def _order(tale: Tale, person: Person, reason: str = "") -> Order:
    record = record_of(tale)
    return Order(person=person, record=record.pk, version=record.version, reason=reason)
