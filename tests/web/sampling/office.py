"""云岭市财政局绩效科 (陈静) draws from twelve forms of two bureaus; all of it invented."""

from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from jiheng.web import clock
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import Registration, register
from jiheng.web.people.roles import OrganisationKind
from jiheng.web.people.tree import add_organisation
from jiheng.web.sampling.models import Assignment, Basis, Draw
from jiheng.web.sampling.planning import Plan, begin
from jiheng.web.sampling.running import commit, freeze, pick, take_number
from tests.web.city import FORM, City

NUMBER = "03 11 17 20 26 31 + 09"
APPEARS = timedelta(days=7)
LATER = timedelta(days=8)
BUDGETS = {"centre": (80, 20, 300, 45, 12, 900, 60, 33), "station": (150, 120, 140, 110)}
"""In 万元, of the 就业服务中心 and of a station of the 水务局."""


class Office(Struct, frozen=True, kw_only=True):
    """The city, with the forms that may be drawn."""

    city: City
    records: tuple[FormRecord, ...]

    def plan(self, **said: object) -> Plan:
        """Return the plan of a draw of 2024 in the whole city, six forms by department."""
        usual = Plan(
            organisation=self.city.city,
            year=2024,
            title="2024年度自评抽查",
            basis=Basis.DEPARTMENT,
            limits="",
            total=6,
            by_money=True,
            least=10_000,
            source="双色球第2026031期开奖号码",
            appears_at=clock.now() + APPEARS,
        )
        return replace(usual, **said)

    def planned(self, **said: object) -> Draw:
        """Return a draw that was only planned."""
        return begin(self.city.performance, self.plan(**said))

    def committed(self) -> Draw:
        """Return a draw whose secret is bound."""
        return self.done(self.planned(), commit)

    def frozen(self, **said: object) -> Draw:
        """Return a draw with a frozen population."""
        return self.done(self.done(self.planned(**said), commit), freeze)

    def numbered(self) -> Draw:
        """Return a draw that knows its public number; it has appeared."""
        draw = self.frozen()
        with clock.at(clock.now() + LATER):
            take_number(self.city.performance, draw.pk, NUMBER)
        return Draw.objects.get(pk=draw.pk)

    def drawn(self) -> Draw:
        """Return a draw that was drawn."""
        return self.done(self.numbered(), pick)

    def done(self, draw: Draw, step) -> Draw:
        """Return a draw after one more step."""
        step(self.city.performance, draw.pk)
        return Draw.objects.select_related("organisation").get(pk=draw.pk)


def office(city: City) -> Office:
    """Return the city with twelve forms that were handed in and passed by their departments."""
    station = add_organisation("云岭市水质监测站", OrganisationKind.UNIT, city.other_bureau)
    places = {"centre": city.centre, "station": station}
    records = [
        _record(city, places[name], budget) for name, some in BUDGETS.items() for budget in some
    ]
    return Office(city=city, records=tuple(records))


def draw_at(city: City, key: int) -> Draw:
    """Return a draw of 2024 that was only planned, under a key of its own."""
    return Draw.objects.create(
        pk=key,
        organisation=city.city,
        year=2024,
        title="2024年度自评抽查",
        basis=Basis.NONE.value,
        by_money=True,
        least=10_000,
        source="双色球第2026031期开奖号码",
        appears_at=clock.now() + APPEARS,
    )


def hand_over(city: City, *records: FormRecord) -> None:
    """Let 顾平 have been given forms to review."""
    draw = draw_at(city, 8)
    for record in records:
        Assignment.objects.create(
            draw=draw,
            record=record,
            person=city.third_party,
            given_by=city.performance,
            given_at=clock.now(),
            due=clock.today() + APPEARS,
        )


def later() -> datetime:
    """Return a moment at which the public number is known."""
    return clock.now() + LATER


def _record(city: City, unit, budget: int) -> FormRecord:
    count = FormRecord.objects.count() + 1
    (line,) = FORM.funds.lines
    money = replace(line, initial_budget=str(budget), adjusted_budget=str(budget), executed="10")
    form = replace(
        FORM,
        project=replace(FORM.project, name=f"项目{count}"),
        funds=replace(FORM.funds, lines=(money,)),
    )
    about = Registration(
        number=f"YL-2024-{count:04d}",
        organisation=unit,
        filler=city.clerk,
        route="common",
        step=Step.CLOSED if count % 2 else Step.FINANCE_RECHECK,
    )
    return register(form, about)
