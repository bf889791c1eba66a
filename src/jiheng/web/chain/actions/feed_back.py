"""整改反馈: the unit says what it did about each demand."""

from jiheng.web import clock
from jiheng.web.chain.changed import changed_since
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Case, Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sitting import tell
from jiheng.web.journal.writing import note
from jiheng.web.lists.figures import keep_figures
from jiheng.web.rectification.models import Demand, DemandProof, Notice
from jiheng.web.rectification.notices import open_notice
from jiheng.web.rectification.raised import is_raised
from jiheng.web.rectification.states import NoticeState
from jiheng.web.rectification.wishes import Answer


def save_feedback(order: Order, answers: tuple[Answer, ...]) -> None:
    """Keep what was written so far; the notice stays with the unit."""
    with opened(order, Action.FEED_BACK) as case:
        _keep(open_notice(case.record), answers)
        told = {f"proof of {each.demand}": _proofs(each) for each in answers if each.files}
        note("save-feedback", case.record.number, order.person, told)


def feed_back(order: Order, answers: tuple[Answer, ...]) -> Event:
    """Hand the feedback to the office; until it answers, the cells are locked again."""
    with opened(order, Action.FEED_BACK) as case:
        notice = open_notice(case.record)
        demands = _keep(notice, answers)
        if any(_lacks(case.record, each) for each in demands):
            raise Refused("refused.no-answer")
        tell(case.record)
        notice.state, notice.answered_at = NoticeState.FED_BACK, clock.now()
        notice.save(update_fields=["state", "answered_at"])
        event = case.stay(_told(case, notice, demands, answers))
        keep_figures(case.record)
        return event


def _lacks(record: FormRecord, demand: Demand) -> bool:
    """Whether there is nothing to be seen of a demand: no word, and its finding is still there."""
    if demand.answer or demand.is_accepted:
        return False
    return not demand.code or is_raised(record, demand.code, demand.path)


def _keep(notice: Notice, answers: tuple[Answer, ...]) -> tuple[Demand, ...]:
    demands = {each.pk: each for each in Demand.objects.filter(notice=notice)}
    for each in answers:
        demand = demands.get(each.demand)
        if demand is None:
            raise Refused("ruling.not-now")
        demand.answer = each.words.strip()
        demand.save(update_fields=["answer"])
        DemandProof.objects.bulk_create(
            DemandProof(demand=demand, file=file) for file in each.files
        )
    return tuple(demands.values())


def _told(
    case: Case, notice: Notice, demands: tuple[Demand, ...], answers: tuple[Answer, ...]
) -> dict[str, str]:
    changed = changed_since(case.record, notice.event.version)
    said = {f"answer {at}": each.answer for at, each in enumerate(demands, 1) if each.answer}
    proofs = {f"proof of {each.demand}": _proofs(each) for each in answers if each.files}
    return {"changed": ", ".join(each.path for each in changed), **said, **proofs}


def _proofs(answer: Answer) -> str:
    return " ".join(each.sha256 for each in answer.files)
