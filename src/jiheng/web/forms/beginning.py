"""A new form: the empty official table with its indicators, pasted in from a list or a sheet."""

import re
from uuid import uuid4

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Form, Indicator, Project, Total
from jiheng.rulebook.layouts import load_layout
from jiheng.web.access.decide import Post, Ruling, Situation, decide
from jiheng.web.chain.route import route_of
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.arranged import MOST_ROWS
from jiheng.web.forms.drawn import NATIONAL
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import Registration, register
from jiheng.web.people.models import Organisation, Person
from jiheng.writers.layout import empty_form

COLUMNS = 5
_BETWEEN = re.compile(r"\t|[,，|｜]")
_YEARS = range(2000, 2100)


class BadBeginning(ValueError):
    """What was typed makes no form; ``why`` is the key of a sentence, ``line`` what it is about."""

    def __init__(self, why: str, line: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.line = line


class Beginning(Struct, frozen=True, kw_only=True):
    """What a form is begun with.

    Attributes:
        rows: what its indicators are planned to be.
    """

    unit: Organisation
    project: str
    year: int
    rows: tuple[Indicator, ...]


def begin(person: Person, posts: tuple[Post, ...], beginning: Beginning) -> FormRecord:
    """Return a new form of a unit in which the person is a clerk.

    Raises:
        BadBeginning: they are none there, or something is missing.
    """
    route = route_of(beginning.unit)
    situation = Situation(branch=beginning.unit.branch, route=route, step=Step.TARGET_DRAFT)
    if decide(posts, Action.BEGIN, situation) is not Ruling.ALLOWED:
        raise BadBeginning("begin.no-unit")
    form = _begun(beginning)
    about = Registration(
        number=f"{form.year}-{uuid4().hex[:8].upper()}",
        organisation=beginning.unit,
        filler=person,
        route=route,
    )
    return register(form, about)


def units_of(posts: tuple[Post, ...]) -> tuple[Organisation, ...]:
    """Return the organisations at which somebody is a clerk."""
    branches = [post.branch for post in posts if _may_begin(post)]
    return tuple(Organisation.objects.filter(branch__in=branches))


def _may_begin(post: Post) -> bool:
    situation = Situation(branch=post.branch, route="common", step=Step.TARGET_DRAFT)
    return decide((post,), Action.BEGIN, situation) is Ruling.ALLOWED


def typed(unit: Organisation, project: str, year: str, rows: str) -> Beginning:
    """Return what somebody typed to begin a form.

    Args:
        unit: whose form it is to be.
        project: its name.
        year: in four digits.
        rows: a line an indicator: level 1, level 2, name, target, weight, between tabs or commas.

    Raises:
        BadBeginning: a line lacks something.
    """
    digits = year.strip()
    lines = [line for line in rows.splitlines() if line.strip()][: MOST_ROWS + 1]
    return Beginning(
        unit=unit,
        project=project,
        year=int(digits) if digits.isdecimal() and len(digits) == len("2000") else 0,
        rows=tuple(_indicator(line) for line in lines),
    )


def _begun(beginning: Beginning) -> Form:
    project = beginning.project.strip()
    if not project:
        raise BadBeginning("begin.no-project")
    if beginning.year not in _YEARS:
        raise BadBeginning("begin.no-year")
    if not 0 < len(beginning.rows) <= MOST_ROWS:
        raise BadBeginning("begin.no-rows")
    for each in beginning.rows:
        said = (each.level1, each.level2, each.name, each.target)
        if not all(text and text.strip() for text in said):
            raise BadBeginning("begin.bad-row", each.name)
    return _filled(beginning, project)


def _filled(beginning: Beginning, project: str) -> Form:
    unit = beginning.unit
    empty = empty_form(load_layout(NATIONAL))
    first, *others = empty.funds.lines
    return replace(
        empty,
        id=f"{uuid4().hex[:12]}-1",
        year=beginning.year,
        reporting_unit=unit.name,
        project=Project(
            name=project,
            department=unit.above.name if unit.above else None,
            implementing_unit=unit.name,
        ),
        funds=replace(empty.funds, lines=(replace(first, weight="10"), *others)),
        indicators=beginning.rows,
        total=Total(weight="100"),
    )


def _indicator(line: str) -> Indicator:
    cells = [cell.strip() for cell in _BETWEEN.split(line)]
    if len(cells) != COLUMNS or not all(cells[:4]):
        raise BadBeginning("begin.bad-row", line.strip())
    level1, level2, name, target, weight = cells
    return Indicator(
        level1=level1,
        level1_printed=level1,
        level2=level2,
        name=name,
        target=target,
        weight=weight or None,
    )
