"""The route of a place: which steps there are, who takes them, until when."""

from datetime import date
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from jiheng.model.citation import Citation
from jiheng.web.chain.lights import LightBand
from jiheng.web.chain.steps import Step
from jiheng.web.people.models import Organisation
from jiheng.web.people.roles import Role
from jiheng.web.people.tree import branches_above

ROUTES = ("common", "department-approves")
COMMON = "common"


class BadRoute(ValueError):
    """A route's file that cannot be followed, or a route that nobody wrote."""


class Deadline(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day of the year before, of, or after the form's own.

    Attributes:
        years: added to the form's year.
    """

    month: int
    day: int
    years: int = 0


class Stage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step of a route.

    Attributes:
        by: roles that may judge the form here; () where there is nothing to judge.
    """

    step: Step
    by: tuple[Role, ...] = ()
    deadline: Deadline | None = None


class MonitoringRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Up to which month progress is reported, and what colour it gets."""

    month: int
    lights: tuple[LightBand, ...]


class Route(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The steps of a place in their order.

    Attributes:
        adjustment: roles that may approve another target while the year runs.
    """

    id: str
    stages: tuple[Stage, ...]
    adjustment: tuple[Role, ...] = ()
    monitoring: MonitoringRule | None = None
    source: Citation

    def after(self, step: Step) -> Step:
        """Return the step that follows.

        Raises:
            BadRoute: the step is the last, or none of this route's.
        """
        steps = [stage.step for stage in self.stages]
        if step not in steps[:-1]:
            raise BadRoute(f"{self.id}: {step}")
        return steps[steps.index(step) + 1]

    def judges(self, step: Step) -> tuple[Role, ...]:
        """Return the roles that may judge a form at a step."""
        if step is Step.ADJUSTMENT:
            return self.adjustment
        return next((stage.by for stage in self.stages if stage.step is step), ())

    def judged_by(self, role: Role) -> tuple[Step, ...]:
        """Return the steps at which a role may judge a form."""
        return tuple(step for step in Step if role in self.judges(step))

    def due(self, step: Step, year: int) -> date | None:
        """Return the last day of a step for the forms of a year."""
        stage = next((stage for stage in self.stages if stage.step is step), None)
        if stage is None or stage.deadline is None:
            return None
        return date(year + stage.deadline.years, stage.deadline.month, stage.deadline.day)


@cache
def load_route(name: str) -> Route:
    """Return a route by its id.

    Raises:
        BadRoute: there is none, or its file says what no route may say.
    """
    if name not in ROUTES:
        raise BadRoute(name)
    text = (files("jiheng.web.chain") / "routes" / f"{name}.yaml").read_bytes()
    try:
        return checked(msgspec.yaml.decode(text, type=Route))
    except msgspec.ValidationError as error:
        raise BadRoute(f"{name}.yaml: {error}") from error


def checked(route: Route) -> Route:
    """Return a route that leads from the draft to the end, with somebody at every judgement.

    Raises:
        BadRoute: it does not.
    """
    steps = [stage.step for stage in route.stages]
    if len(set(steps)) < len(steps) or steps != sorted(steps, key=tuple(Step).index):
        raise BadRoute(f"{route.id}: order of the steps")
    if not steps or (steps[0], steps[-1]) != (Step.TARGET_DRAFT, Step.CLOSED):
        raise BadRoute(f"{route.id}: target-draft … closed")
    idle = [stage.step for stage in route.stages if stage.step in _JUDGED and not stage.by]
    if idle:
        raise BadRoute(f"{route.id}: nobody judges at {idle[0]}")
    if (Step.MONITORING in steps) != (route.monitoring is not None):
        raise BadRoute(f"{route.id}: monitoring")
    return route


def route_of(organisation: Organisation) -> str:
    """Return the id of the route that holds at an organisation: its own or that of those above."""
    named = {
        each.branch: each.route
        for each in Organisation.objects.filter(branch__in=branches_above(organisation.branch))
    }
    chosen = (named.get(branch) for branch in branches_above(organisation.branch))
    return next(filter(None, chosen), COMMON)


_JUDGED = frozenset(
    {Step.TARGET_REVIEW, Step.TARGET_APPROVAL, Step.DEPARTMENT_REVIEW, Step.FINANCE_RECHECK}
)
