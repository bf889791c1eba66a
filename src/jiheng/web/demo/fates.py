"""What becomes of a form: the deeds in their order, and when each is done."""

from datetime import date, datetime, time, timedelta
from itertools import cycle
from random import Random
from zoneinfo import ZoneInfo

from msgspec import Struct

from jiheng.web.chain.route import Deadline, Route
from jiheng.web.chain.steps import Step

_ZONE = ZoneInfo("Asia/Shanghai")
_OPENING, _WORKDAY = time(8, 30), 9 * 60
_SATURDAY = 5
_LATELY = timedelta(days=30)
"""What the calendar puts into the future was done within the last days instead."""

DAYS = {
    "begin": Deadline(month=10, day=20, years=-1),
    "declare": Deadline(month=11, day=8, years=-1),
    "return-target": Deadline(month=11, day=22, years=-1),
    "mend-target": Deadline(month=11, day=27, years=-1),
    "review-target": Deadline(month=12, day=6, years=-1),
    "approve-target": Deadline(month=1, day=22),
    "link-rows": Deadline(month=1, day=26),
    "report": Deadline(month=8, day=5),
    "ask-adjustment": Deadline(month=6, day=10),
    "approve-adjustment": Deadline(month=6, day=25),
    "fill-some": Deadline(month=1, day=12, years=1),
    "fill": Deadline(month=1, day=24, years=1),
    "send-rows": Deadline(month=1, day=14, years=1),
    "answer-row": Deadline(month=1, day=19, years=1),
    "attach-list": Deadline(month=1, day=27, years=1),
    "survey": Deadline(month=1, day=29, years=1),
    "hand-in": Deadline(month=2, day=3, years=1),
    "return": Deadline(month=2, day=14, years=1),
    "correct": Deadline(month=2, day=21, years=1),
    "resubmit": Deadline(month=2, day=22, years=1),
    "score-some": Deadline(month=2, day=24, years=1),
    "score": Deadline(month=3, day=5, years=1),
    "review": Deadline(month=3, day=12, years=1),
    "return-late": Deadline(month=3, day=28, years=1),
    "score-late": Deadline(month=4, day=10, years=1),
    "recheck": Deadline(month=4, day=20, years=1),
    "notice": Deadline(month=5, day=12, years=1),
    "rectify": Deadline(month=5, day=25, years=1),
    "refuse": Deadline(month=6, day=1, years=1),
    "settle": Deadline(month=6, day=8, years=1),
    "advise": Deadline(month=6, day=20, years=1),
}
"""The usual day of each deed."""

_SKIPPED = {
    "review-target": Step.TARGET_REVIEW,
    "report": Step.MONITORING,
    "score-late": Step.FINANCE_RECHECK,
    "recheck": Step.FINANCE_RECHECK,
}
"""Deeds that a route without the step does without."""
_NEEDED = {"ask-adjustment": Step.MONITORING, "return-late": Step.FINANCE_RECHECK}
"""Deeds without which a fate is another."""


class Fate(Struct, frozen=True, kw_only=True):
    """A way that a form goes.

    Attributes:
        mistakes: in its first filing, at most.
    """

    deeds: tuple[str, ...]
    mistakes: int = 0


def _at_once(deeds: tuple[str, ...]) -> tuple[str, ...]:
    """The same deeds, with everything filled in at one sitting."""
    return tuple(deed for deed in deeds if deed != "fill-some")


_DRAFT = ("begin",)
_DECLARED = (*_DRAFT, "declare")
_APPROVED = (*_DECLARED, "review-target", "approve-target")
_YEAR_OVER = (*_APPROVED, "link-rows", "report")
_FILLED = (*_YEAR_OVER, "fill-some", "fill")
_SUBMITTED = (*_FILLED, "hand-in")
_PROVEN = (*_FILLED, "attach-list", "survey", "hand-in")
_RETURNED = (*_SUBMITTED, "return")
_MENDED = (*_RETURNED, "correct", "resubmit")
_ACCEPTED = (*_SUBMITTED, "review")
_CLOSED = (*_ACCEPTED, "recheck")
_SCORED = (*_SUBMITTED, "score", "review")
_SCORED_TWICE = (*_SCORED, "score-late", "recheck")

LAST_YEAR = (
    Fate(deeds=_at_once((*_CLOSED, "advise"))),
    Fate(deeds=_at_once((*_MENDED, "score", "review", "recheck", "advise")), mistakes=2),
    Fate(deeds=_at_once((*_SCORED_TWICE, "notice", "rectify", "settle", "advise")), mistakes=1),
    Fate(deeds=_at_once((*_CLOSED, "advise"))),
    Fate(deeds=_at_once((*_CLOSED, "notice", "rectify", "settle")), mistakes=2),
    Fate(deeds=_at_once((*_CLOSED, "notice", "rectify")), mistakes=1),
    Fate(deeds=_at_once(_CLOSED)),
    Fate(deeds=_at_once((*_CLOSED, "notice", "rectify", "refuse")), mistakes=2),
    Fate(deeds=_at_once((*_SCORED_TWICE, "advise")), mistakes=1),
)
"""The year before the one that is evaluated now: all of it is settled."""
THIS_YEAR = (
    Fate(deeds=_RETURNED, mistakes=2),
    Fate(deeds=(*_YEAR_OVER, "fill-some", "send-rows", "answer-row"), mistakes=1),
    Fate(deeds=_FILLED, mistakes=2),
    Fate(deeds=_SUBMITTED, mistakes=1),
    Fate(deeds=(*_YEAR_OVER, "send-rows")),
    Fate(deeds=_SUBMITTED, mistakes=3),
    Fate(deeds=(*_MENDED, "score-some"), mistakes=2),
    Fate(deeds=_SCORED, mistakes=1),
    Fate(deeds=_PROVEN),
    Fate(deeds=(*_ACCEPTED, "return-late"), mistakes=2),
    Fate(deeds=_ACCEPTED),
    Fate(deeds=_FILLED),
    Fate(deeds=_APPROVED),
    Fate(deeds=_SCORED_TWICE, mistakes=1),
    Fate(deeds=(*_SCORED_TWICE, "notice"), mistakes=2),
    Fate(deeds=(*_APPROVED, "ask-adjustment")),
)
"""The year that is evaluated now."""
NEXT_YEAR = (
    Fate(deeds=_DRAFT),
    Fate(deeds=_DECLARED),
    Fate(deeds=_APPROVED),
    Fate(deeds=(*_APPROVED, "ask-adjustment")),
    Fate(deeds=(*_DECLARED, "return-target")),
    Fate(deeds=(*_DECLARED, "review-target")),
    Fate(deeds=(*_DECLARED, "return-target", "mend-target", "review-target", "approve-target")),
    Fate(deeds=(*_APPROVED, "ask-adjustment", "approve-adjustment")),
    Fate(deeds=_DECLARED),
)
"""The year whose targets are set."""


class Fates:
    """Hands out fates year by year, in turn, as far as a route has their steps.

    Attributes:
        count: how many were handed out.
    """

    def __init__(self) -> None:
        self._years = tuple(cycle(each) for each in (LAST_YEAR, THIS_YEAR, NEXT_YEAR))
        self.count = 0

    def next(self, year: int, route: Route) -> Fate:
        """Return the next fate of a year: 0 is the last one, 1 this one, 2 the next."""
        steps = {stage.step for stage in route.stages}
        self.count += 1
        fate = next(self._years[year])
        while any(_NEEDED.get(deed, Step.CLOSED) not in steps for deed in fate.deeds):
            fate = next(self._years[year])
        deeds = (deed for deed in fate.deeds if _SKIPPED.get(deed, Step.CLOSED) in steps)
        return Fate(deeds=tuple(deeds), mistakes=fate.mistakes)


def moments(deeds: tuple[str, ...], year: int, today: datetime, dice: Random) -> list[datetime]:
    """Return when each deed was done: in working hours, one after another, none after today."""
    usual = [_usual(deed, year, dice) for deed in deeds]
    lately, end = today - _LATELY, today - timedelta(hours=dice.randint(3, 90))
    late = [index for index, moment in enumerate(usual) if moment > lately]
    if late and usual[-1] > end:
        begin = max([lately, *usual[: late[0]]])
        for number, index in enumerate(late, 1):
            usual[index] = begin + (end - begin) * number / len(late)
    usual = [in_office(moment) for moment in usual]
    return [moment + timedelta(minutes=at) for at, moment in enumerate(sorted(usual))]


def in_office(moment: datetime) -> datetime:
    """Return the last moment before it, or itself, at which somebody is at their desk."""
    local = moment.astimezone(_ZONE)
    opening = datetime.combine(local.date(), _OPENING, _ZONE)
    minutes = (local - opening) // timedelta(minutes=1)
    if minutes < 0:
        return in_office(opening - timedelta(days=1, minutes=-(minutes % _WORKDAY)))
    if local.weekday() >= _SATURDAY:
        return in_office(local - timedelta(days=1))
    return opening + timedelta(minutes=min(minutes, _WORKDAY + minutes % 60))


def _usual(deed: str, year: int, dice: Random) -> datetime:
    usual = DAYS[deed]
    day = date(year + usual.years, usual.month, usual.day) + timedelta(days=dice.randint(-4, 4))
    minutes = dice.randrange(_WORKDAY)
    return datetime.combine(day, _OPENING, _ZONE) + timedelta(minutes=minutes)
