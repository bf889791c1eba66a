"""A closed form with two faults, and what people do about it."""

from datetime import date

from msgspec.structs import replace

from jiheng.web.chain.actions.feed_back import feed_back
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.actions.issue_notice import issue_notice
from jiheng.web.chain.openness import open_paths
from jiheng.web.chain.order import Order
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, form_of
from jiheng.web.people.models import Person
from jiheng.web.rectification.models import Demand, Notice
from jiheng.web.rectification.wishes import Answer, NoticeWish, Wanted
from tests.web.chain.orders import order
from tests.web.city import FORM, City, record_at

SCORE = "indicators[2].score"
_RIGHT, _WRONG = FORM.indicators[:2], replace(FORM.indicators[2], actual="85%")
WRONG = replace(FORM, indicators=(*_RIGHT, _WRONG))
"""85 of 90 % are 9.44 points of 10, which the row has in full."""
SATISFACTION = Wanted(code="SC15", path=SCORE, wanted="按完成比例重新计分")
LEDGER = Wanted(found="未建立培训台账", wanted="补建台账并报送")
DUE = date(2099, 6, 30)
WISH = NoticeWish(due=DUE, demands=(SATISFACTION, LEDGER))


def wrong_record(city: City, step: Step = Step.CLOSED) -> FormRecord:
    """Return 李芳's form, in which one score is too high."""
    return record_at(city, step, form=WRONG)


def noticed(city: City, record: FormRecord, wish: NoticeWish = WISH) -> Notice:
    """Return the notice that 陈静 of the performance office issues."""
    issue_notice(order(city.performance, record, reason="请按期整改"), wish)
    return Notice.objects.get(record=record)


def mended(city: City, record: FormRecord, score: str = "9.44") -> None:
    """李芳 writes another score."""
    fill(order(city.clerk, record, changes=(CellChange(path=SCORE, new=score),)))


def answers(notice: Notice, words: str = "已按要求办理") -> tuple[Answer, ...]:
    """Return the same words to every demand."""
    return tuple(
        Answer(demand=each.pk, words=words) for each in Demand.objects.filter(notice=notice)
    )


def fed_back(city: City, record: FormRecord, score: str = "9.44") -> Notice:
    """Return a notice after 李芳 has mended the score and handed her feedback in."""
    notice = noticed(city, record)
    mended(city, record, score)
    feed_back(wish_of(city.clerk, record), answers(notice))
    notice.refresh_from_db()
    return notice


def wish_of(person: Person, record: FormRecord, reason: str = "") -> Order:
    """Return a wish that is about no version of the form."""
    return Order(person=person, record=record.pk, version=None, reason=reason)


def open_now(record: FormRecord) -> frozenset[str]:
    """Return the cells in which somebody could write now."""
    record.refresh_from_db()
    return open_paths(form_of(record), record)
