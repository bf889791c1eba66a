"""下达整改通知: what is to be put right in a form after its review, until when."""

from jiheng.web import clock
from jiheng.web.access.situations import posts_of
from jiheng.web.access.table import roles_for
from jiheng.web.chain.models import Event, ReturnedCell
from jiheng.web.chain.openness import writable_at
from jiheng.web.chain.order import Case, Order, Refused, opened
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.lists.figures import keep_figures
from jiheng.web.people.roles import Role
from jiheng.web.rectification.models import Demand, Notice
from jiheng.web.rectification.raised import raised
from jiheng.web.rectification.wishes import NoticeWish, Wanted


def issue_notice(order: Order, wish: NoticeWish) -> Event:
    """Open the cells in question to the unit; the form stays at its step."""
    with opened(order, Action.ISSUE_NOTICE) as case:
        if wish.due < clock.today():
            raise Refused("refused.past")
        demands = _checked(case.record, wish)
        event = case.stay({"due": wish.due.isoformat(), **_told(demands)})
        _open(event, case.record, demands)
        notice = Notice.objects.create(
            record=case.record, event=event, role=_role(case), due=wish.due
        )
        Demand.objects.bulk_create(
            Demand(
                notice=notice,
                code=each.code,
                path=each.path,
                found=each.found,
                wanted=each.wanted.strip(),
            )
            for each in demands
        )
        keep_figures(case.record)
        return event


def _checked(record: FormRecord, wish: NoticeWish) -> tuple[Wanted, ...]:
    """The demands with the findings as the rules word them now."""
    now = {each.key: each for each in raised(record)}
    can_open = writable_at(form_of(record), Step.SELF_EVALUATION)
    found: list[Wanted] = []
    for each in wish.demands:
        if each.code and f"{each.code}@{each.path}" not in now:
            raise Refused("refused.not-raised")
        if each.path and each.path not in can_open:
            raise Refused("refused.no-cell")
        words = now[f"{each.code}@{each.path}"].found if each.code else each.found.strip()
        if not words or not each.wanted.strip():
            raise Refused("refused.no-words")
        found.append(Wanted(code=each.code, path=each.path, found=words, wanted=each.wanted))
    if not found:
        raise Refused("refused.no-demand")
    return tuple(found)


def _open(event: Event, record: FormRecord, demands: tuple[Wanted, ...]) -> None:
    """Keep which cells open, each with what is to be done there."""
    cells = {each.key: each.cells for each in raised(record)}
    remarks: dict[str, str] = {}
    for each in demands:
        paths = cells.get(f"{each.code}@{each.path}", (each.path,) if each.path else ())
        for path in paths:
            remarks.setdefault(path, each.wanted.strip())
    ReturnedCell.objects.bulk_create(
        ReturnedCell(event=event, path=path, remark=remark) for path, remark in remarks.items()
    )


def _told(demands: tuple[Wanted, ...]) -> dict[str, str]:
    return {
        f"demand {at}": f"{f'{each.code} {each.path}'.strip()} {each.wanted.strip()}".strip()
        for at, each in enumerate(demands, 1)
    }


def _role(case: Case) -> Role:
    """The post by which the person issues it: the finance bureau's before the department's."""
    branch = case.record.organisation.branch
    held = {each.role for each in posts_of(case.order.person) if branch.startswith(each.branch)}
    may = held & roles_for(Action.ISSUE_NOTICE, case.step)
    return Role.PERFORMANCE_OFFICE if Role.PERFORMANCE_OFFICE in may else Role.DEPARTMENT_REVIEWER
