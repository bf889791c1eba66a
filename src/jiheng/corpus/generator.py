"""Forms made up from a seed, consistent in themselves: ``sample``."""

from collections.abc import Iterator
from random import Random

from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.funds import Money, execution_points, some_money
from jiheng.corpus.indicators import Context, some_indicators
from jiheng.corpus.printed import as_printed
from jiheng.corpus.prose import Prose, grade_of, some_prose
from jiheng.corpus.sectors import SECTORS, Sector, load_sector, wording
from jiheng.corpus.style import some_style
from jiheng.model.form import Form, Indicator, Project, Source, Total
from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.layouts import Layout, all_layouts, load_layout

YEARS = (2021, 2025)
"""First and last year of the forms."""


def sample(
    count: int,
    seed: int,
    layout: str | None = None,
    sectors: tuple[str, ...] | None = None,
    *,
    tidy: bool = False,
) -> Iterator[Form]:
    """Yield forms; the same arguments give the same forms.

    Each holds only what its layout prints, so that it is what a perfect reader would give back.

    Args:
        count: how many.
        seed: of the dice.
        layout: id of a layout; None takes all of them in turn.
        sectors: names of sectors; None takes all of them.
        tidy: only forms that agree in themselves and with the rules of their family.

    Raises:
        UnknownLayout: no such layout is shipped.
        KeyError: there is no such sector.
    """
    dice = Random(seed)
    layouts = all_layouts() if layout is None else (load_layout(layout),)
    chosen = [load_sector(name) for name in sectors or SECTORS]
    taken: set[tuple[str | None, ...]] = set()
    for number in range(count):
        form_layout, sector = layouts[number % len(layouts)], dice.choice(chosen)
        form = some_form(form_layout, sector, dice, taken, tidy=tidy)
        yield _named(form, f"sample-{seed}-{number + 1}")


def some_form(
    layout: Layout,
    sector: Sector,
    dice: Random,
    taken: set[tuple[str | None, ...]] | None = None,
    *,
    tidy: bool = False,
) -> Form:
    """Return one form as the layout prints it.

    Args:
        layout: what the form looks like.
        sector: what it is about.
        dice: of everything that is left to chance.
        taken: department, project and year of earlier forms; another phase of the project is
            taken instead, since two forms of one project would have to agree.
        tidy: only a form that agrees in itself and with the rules of its family.
    """
    style, place = some_style(layout, dice, tidy=tidy), dice.choice(wording().places)
    year = dice.randint(*YEARS)
    money = some_money(layout, style, dice)
    context = Context(
        layout=layout,
        sector=sector,
        style=style,
        year=year,
        budget=money.budget,
        spent=money.spent,
        execution=execution_points(layout) // 100,
    )
    indicators = some_indicators(context, dice)
    total = _total(layout, money, indicators)
    project = _another_phase(_project(sector, place, dice, layout), year, taken)
    prose = some_prose(project.name or "", indicators, total, context, dice)
    title = layout.title.format(place=place)
    return _put_together(layout, (title, year), project, money, indicators, total, prose, dice)


def _total(layout: Layout, money: Money, indicators: tuple[Indicator, ...]) -> int:
    scores = sum(parse_points(item.score) or 0 for item in indicators)
    return scores + (money.points if execution_points(layout) else 0)


PHASES = "一二三四五六七八九十"


def _another_phase(
    project: Project, year: int, taken: set[tuple[str | None, ...]] | None
) -> Project:
    """Return the project, or its first phase that no earlier form is about."""
    if taken is None:
        return project
    number, named = 1, project
    while (key := (named.department, named.name, str(year))) in taken:
        number += 1
        phase = PHASES[number - 1] if number <= len(PHASES) else str(number)
        named = replace(project, name=f"{project.name}{phase}期")
    taken.add(key)
    return named


def _project(sector: Sector, place: str, dice: Random, layout: Layout) -> Project:
    has_code = in_hundred(dice, 50)
    # A department with a form of its own has none for its projects: they would have to add up.
    bureau = wording().office if layout.kind == "department" else sector.bureau
    return Project(
        name=dice.choice(sector.projects),
        code=f"{dice.randint(10**11, 10**12 - 1)}",
        department=place + bureau,
        department_code=str(dice.randint(101, 899)) if has_code else None,
        implementing_unit=place + dice.choice(sector.units),
    )


def _put_together(
    layout: Layout,
    heading: tuple[str, int],
    project: Project,
    money: Money,
    indicators: tuple[Indicator, ...],
    total: int,
    prose: Prose,
    dice: Random,
) -> Form:
    title, year = heading
    form = Form(
        id="sample",
        source=Source(path="", format="", part="", index=1, sha256=""),
        kind=layout.kind,
        layout=layout.id,
        title=title,
        year=year,
        reporting_unit=project.implementing_unit,
        filled_on=f"{year + 1}-{dice.randint(1, 3):02d}-{dice.randint(1, 28):02d}",
        contact=dice.choice(wording().people),
        project=project,
        funds=money.funds,
        goal=prose.goals[0],
        goals=prose.goals if len(prose.goals) > 1 else (),
        indicators=indicators,
        total=Total(
            weight=_full(money, indicators, layout),
            score=format_points(total),
            grade=grade_of(total),
        ),
        conclusion=prose.conclusion,
        notes=prose.notes,
        texts=prose.texts,
    )
    return as_printed(form, layout)


def _full(money: Money, indicators: tuple[Indicator, ...], layout: Layout) -> str:
    """Return the sum of all weights as the row of the total prints it."""
    weights = sum(parse_points(item.weight) or 0 for item in indicators)
    return format_points(weights + execution_points(layout))


def _named(form: Form, name: str) -> Form:
    return replace(form, id=name)
