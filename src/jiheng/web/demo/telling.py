"""Tells three years of the city, day by day: every state is what people's own actions lead to."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from random import Random

from jiheng.web import clock
from jiheng.web.demo.cast import DemoUnit
from jiheng.web.demo.deeds import DEEDS
from jiheng.web.demo.draws import draws
from jiheng.web.demo.fates import Fates, moments
from jiheng.web.demo.projects import ProjectForm, project_form, under_another_name
from jiheng.web.demo.tale import Deed, Tale
from jiheng.web.people.models import Person
from jiheng.web.people.roles import Role

_PROJECTS = ((0, 1, 2), (0, 1, 2, 3), (0, 1, 3))
"""Which of a unit's projects have forms: last year, this year, next year."""
_RENAMED = 8
"""One project of so many has an indicator that is called otherwise from the second year on."""
_SEASON = 10
"""From this month on, the forms of the running year are prepared."""


def tell(units: tuple[DemoUnit, ...], offices: Mapping[Role, Person], today: datetime) -> None:
    """Let everybody do what they did until today, in the order in which it was done."""
    fates, first = Fates(), evaluated_year(today) - 1
    deeds: list[Deed] = list(draws(offices, today, first))
    for unit in units:
        for turn, projects in enumerate(_PROJECTS):
            for at in projects:
                fate, year = fates.next(turn, unit.route), first + turn
                form = _form(unit, at, (turn, year), fate.mistakes)
                number = f"YL-{year}-{fates.count:04d}"
                tale = Tale(number=number, unit=unit, offices=offices, form=form)
                times = moments(fate.deeds, year, today, Random(number))
                done = zip(times, fate.deeds, strict=True)
                deeds.extend(
                    Deed(at=when, about=number, do=partial(DEEDS[name], tale))
                    for when, name in done
                )
    for each in sorted(deeds, key=lambda deed: (deed.at, deed.about)):
        with clock.at(each.at):
            each.do()


def _form(unit: DemoUnit, at: int, when: tuple[int, int], mistakes: int) -> ProjectForm:
    """The form of a unit's project; some have an indicator that got another name after a year."""
    turn, year = when
    project = unit.projects[at]
    form = project_form(unit, project, year, mistakes)
    is_renamed = turn and not Random(f"{unit.unit.name}{project}").randrange(_RENAMED)
    return under_another_name(form) if is_renamed else form


def evaluated_year(today: datetime) -> int:
    """Return the year whose results are evaluated around this day."""
    return today.year if today.month >= _SEASON else today.year - 1
