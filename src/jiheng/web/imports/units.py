"""Which organisation a form belongs to, among those for which somebody may import."""

from collections.abc import Callable, Iterable

from django.db.models import Q
from msgspec import Struct

from jiheng.model.form import Form
from jiheng.web.access.decide import Post
from jiheng.web.access.table import roles_for
from jiheng.web.chain.steps import Action, Step
from jiheng.web.imports.names import is_tail, likeness, plain
from jiheng.web.people.models import Organisation
from jiheng.web.people.roles import OrganisationKind

_WITH_FORMS = (OrganisationKind.DEPARTMENT, OrganisationKind.UNIT)
_NEAR = 60
_MOST = 3


class Unit(Struct, frozen=True, kw_only=True):
    """An organisation that may have forms.

    Attributes:
        plain: its name as it is compared, ``above`` that of the one above it.
    """

    key: int
    name: str
    plain: str
    above: str


class UnitMatch(Struct, frozen=True, kw_only=True):
    """The organisation of a form; None where somebody has to choose, with the likely ones."""

    key: int | None = None
    named: str = ""
    candidates: tuple[Unit, ...] = ()


def units_within(posts: tuple[Post, ...], step: Step) -> tuple[Unit, ...]:
    """Return the organisations into which somebody with these posts may import at a step."""
    wanted = roles_for(Action.IMPORT, step)
    reach = Q(pk__in=[])
    for post in posts:
        if post.role in wanted:
            reach |= Q(branch__startswith=post.branch)
    found = Organisation.objects.filter(reach, kind__in=_WITH_FORMS).select_related("above")
    return tuple(
        Unit(
            key=each.pk,
            name=each.name,
            plain=plain(each.name),
            above=plain(each.above.name if each.above else ""),
        )
        for each in found
    )


def match_unit(form: Form, units: tuple[Unit, ...]) -> UnitMatch:
    """Return the organisation of a form: by the exact name, the plain one, the only near one.

    Who carries the project out goes before who reports it. The department alone decides where
    neither is named: the form is then its own.
    """
    project = form.project
    given = [name for name in (project.implementing_unit, form.reporting_unit) if name]
    names = given or [name for name in (project.department,) if name]
    above = plain(project.department)
    tests: tuple[Callable[[Unit, str], bool], ...] = (
        lambda unit, name: unit.name == name,
        lambda unit, name: unit.plain == plain(name),
        lambda unit, name: is_tail(unit.plain, plain(name)),
    )
    for name in names:
        for is_meant in tests:
            found = _below(above, (unit for unit in units if is_meant(unit, name)))
            if len(found) == 1:
                return UnitMatch(key=found[0].key, named=name)
            if found:
                return UnitMatch(named=name, candidates=found[:_MOST])
    return UnitMatch(named=names[0] if names else "", candidates=_likely(names, units))


def _below(above: str, found: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return those of the department that the form names, where there are several."""
    units = tuple(found)
    nearer = tuple(unit for unit in units if above and unit.above == above)
    return nearer if len(units) > 1 and nearer else units


def _likely(names: list[str], units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Return the few that somebody may have meant, the likeliest first."""
    if len(units) <= 1:
        return units
    ranked = [
        (max((likeness(unit.plain, plain(name)) for name in names), default=0), unit)
        for unit in units
    ]
    ranked.sort(key=lambda each: -each[0])
    return tuple(unit for points, unit in ranked[:_MOST] if points >= _NEAR)
