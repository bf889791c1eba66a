"""Who has to do with a unit's forms."""

from collections.abc import Mapping

from msgspec import Struct

from jiheng.web.chain.route import COMMON, Route, load_route
from jiheng.web.chain.steps import Step
from jiheng.web.demo.plan import Bureau
from jiheng.web.people.models import Organisation, Person
from jiheng.web.people.roles import Role


class DemoUnit(Struct, frozen=True, kw_only=True):
    """A unit, its projects, and its people.

    Attributes:
        plan: the department's part of the city's plan.
    """

    unit: Organisation
    plan: Bureau
    projects: tuple[str, ...]
    clerk: Person
    section: Person
    head: Person
    reviewer: Person

    @property
    def route(self) -> Route:
        """The route of its forms."""
        return load_route(self.plan.route or COMMON)

    def judge_at(self, step: Step, offices: Mapping[Role, Person]) -> Person:
        """Return who judges its forms at a step: its department, or an office of the city."""
        (role, *_) = self.route.judges(step)
        return self.reviewer if role is Role.DEPARTMENT_REVIEWER else offices[role]
