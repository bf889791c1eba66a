"""The city's draws: last year's was drawn and is being reviewed, this year's is frozen."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta

from jiheng.rulebook.messages import say
from jiheng.web import clock
from jiheng.web.demo.fates import in_office
from jiheng.web.demo.tale import Deed
from jiheng.web.people.models import Organisation, Person
from jiheng.web.people.roles import Role
from jiheng.web.sampling.models import Basis, Cause, Draw, Entry
from jiheng.web.sampling.planning import Plan, begin, change
from jiheng.web.sampling.population import candidates
from jiheng.web.sampling.running import commit, freeze, pick, take_number
from jiheng.web.sampling.sample import Wanted, add_must_check, assign, sample

_NUMBER = "04 09 15 22 27 33 + 11"
_HOUR = timedelta(hours=1)
_WAIT, _WEEK, _LATELY = timedelta(days=6), timedelta(days=7), timedelta(days=3)
_REVIEW = timedelta(days=40)
_LIMITS, _LEAST, _TOTAL = "50,200,1000", 100_000, 30
_MAY, _NOON = 5, 12


def draws(offices: Mapping[Role, Person], today: datetime, settled: int) -> Iterator[Deed]:
    """Yield what the office does about the draws of two years, the settled one and the next."""
    office, hired = offices[Role.PERFORMANCE_OFFICE], offices[Role.THIRD_PARTY]
    begun = in_office(today.replace(year=settled + 1, month=_MAY, day=_NOON, hour=_NOON))
    yield from _frozen(office, settled, begun, Basis.DEPARTMENT)
    known = begun + _WEEK
    yield _deed(known, lambda: take_number(office, _draw(settled).pk, _NUMBER))
    yield _deed(known + _HOUR, lambda: _pick(office, settled))
    yield _deed(known + 2 * _HOUR, lambda: _assign(office, hired, settled))
    yield from _frozen(office, settled + 1, in_office(today - _LATELY), Basis.SIZE)


def _frozen(office: Person, year: int, begun: datetime, basis: Basis) -> Iterator[Deed]:
    """Yield plan, commitment and freeze of one day; the number appears six days later."""
    appears = begun + _WAIT
    yield _deed(begun, lambda: begin(office, _plan(year, appears, basis)))
    yield _deed(begun + _HOUR, lambda: commit(office, _draw(year).pk))
    yield _deed(begun + 2 * _HOUR, lambda: _freeze(office, _plan(year, appears, basis)))


def _plan(year: int, appears_at: datetime, basis: Basis) -> Plan:
    return Plan(
        organisation=Organisation.objects.get(above=None),
        year=year,
        title=say("sampling.plan.title-example", year=str(year)),
        basis=basis,
        limits=_LIMITS,
        total=_TOTAL,
        by_money=True,
        least=_LEAST,
        source=say("demo.draw-source", day=f"{appears_at:%Y-%m-%d}"),
        appears_at=appears_at,
    )


def _freeze(office: Person, plan: Plan) -> None:
    """The sizes are looked over once more: forms came in since; in a small city perhaps none."""
    draw = _draw(plan.year)
    change(office, draw.pk, plan)
    if candidates(draw):
        freeze(office, draw.pk)


def _pick(office: Person, year: int) -> None:
    """A letter asks for one form more, then the sample is drawn."""
    draw = _draw(year)
    asked = Wanted(
        number=Entry.objects.filter(draw=draw)[0].number,
        cause=Cause.PETITION,
        reason=say("demo.draw-reason"),
        asked_by=say("demo.draw-letter", year=str(year + 1)),
    )
    add_must_check(office, draw.pk, asked)
    pick(office, draw.pk)


def _assign(office: Person, hired: Person, year: int) -> None:
    """Two thirds go to whoever was hired."""
    draw = _draw(year)
    numbers = tuple(each.entry.number for each in sample(draw))
    most = numbers[: len(numbers) * 2 // 3]
    assign(office, draw.pk, most, hired.pk, clock.today() + _REVIEW)


def _draw(year: int) -> Draw:
    return Draw.objects.select_related("organisation").get(year=year)


def _deed(at: datetime, do: Callable[[], object]) -> Deed:
    return Deed(at=at, about="", do=do)
