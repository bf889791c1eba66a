"""Forms made up from a seed, consistent in themselves: ``sample``."""

from collections.abc import Callable, Iterator
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.funds import Money, execution_points, some_money
from jiheng.corpus.indicators import Values, shortfall_reason, some_indicators, with_score
from jiheng.corpus.places import Context
from jiheng.corpus.printed import as_printed
from jiheng.corpus.prose import Prose, concluded, grade_of, some_prose
from jiheng.corpus.sectors import SECTORS, Sector, load_sector, wording
from jiheng.corpus.style import some_style
from jiheng.model.form import Form, Indicator, Project, Source, Total
from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.layouts import Layout, all_layouts, load_layout

YEARS = (2021, 2025)
"""First and last year of the forms."""

Rules = Callable[[Form], Form]
"""Gives a form as printed the scores that its rules give for its values."""


class Occasion(Struct, frozen=True, kw_only=True):
    """Where and when a form is filled in.

    Attributes:
        values: the dice for the amounts (``funds``) and for each indicator by its name: of two
            years of one project all but these agree.
    """

    place: str
    year: int
    values: Values


def sample(
    count: int,
    seed: int,
    layout: str | None = None,
    sectors: tuple[str, ...] | None = None,
    *,
    tidy: bool = False,
    rules: Rules | None = None,
) -> Iterator[Form]:
    """Yield forms; the same arguments give the same forms.

    Each holds only what its layout prints, so that it is what a perfect reader would give back.

    Args:
        count: how many.
        seed: of the dice.
        layout: id of a layout; None takes all of them in turn.
        sectors: names of sectors; None takes all of them.
        tidy: only forms that agree in themselves and with the rules of their family.
        rules: by which the forms are scored; None scores by what was attained.

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
        form = some_form(form_layout, sector, dice, taken, tidy=tidy, rules=rules)
        yield _named(form, f"sample-{seed}-{number + 1}")


def some_form(
    layout: Layout,
    sector: Sector,
    dice: Random,
    taken: set[tuple[str | None, ...]] | None = None,
    *,
    tidy: bool = False,
    rules: Rules | None = None,
    occasion: Occasion | None = None,
) -> Form:
    """Return one form as the layout prints it.

    Args:
        layout: what the form looks like.
        sector: what it is about.
        dice: of everything that is left to chance.
        taken: department, project and year of earlier forms; another phase of the project is
            taken instead, since two forms of one project would have to agree.
        tidy: only a form that agrees in itself and with the rules of its family.
        rules: by which the form is scored; None scores by what was attained.
        occasion: where and when; None leaves it to the dice.
    """
    style = some_style(layout, dice, tidy=tidy)
    occasion = occasion or _some_occasion(dice)
    year = occasion.year
    money = some_money(layout, style, occasion.values("funds"))
    context = Context(
        layout=layout,
        sector=sector,
        style=style,
        year=year,
        budget=money.budget,
        spent=money.spent,
        execution=execution_points(layout) // 100,
    )
    indicators = some_indicators(context, dice, occasion.values)
    project = _another_phase(_project(sector, occasion.place, dice, layout), year, taken)
    prose = some_prose(project.name or "", indicators, context, dice)
    title = layout.title.format(place=occasion.place)
    form = _put_together(layout, (title, year), project, money, indicators, prose, dice)
    if rules is not None:
        scored = rules(as_printed(_summed(form, layout, prose), layout))
        form = _with_scores(form, scored, sector, dice)
    return as_printed(_summed(form, layout, prose), layout)


def _some_occasion(dice: Random) -> Occasion:
    return Occasion(
        place=dice.choice(wording().places), year=dice.randint(*YEARS), values=lambda _: dice
    )


def _with_scores(form: Form, scored: Form, sector: Sector, dice: Random) -> Form:
    """Return the form with the scores of another one, and a reason wherever points are lost."""
    lines = tuple(
        replace(line, score=other.score or line.score)
        for line, other in zip(form.funds.lines, scored.funds.lines, strict=True)
    )
    rows = zip(form.indicators, scored.indicators, strict=True)
    return replace(
        form,
        funds=replace(form.funds, lines=lines),
        indicators=tuple(_rescored(row, other.score, sector, dice) for row, other in rows),
    )


def _rescored(row: Indicator, score: str | None, sector: Sector, dice: Random) -> Indicator:
    points, before = parse_points(score), parse_points(row.score)
    if points is None or points == before:
        return row
    weight = parse_points(row.weight) or 0
    reason = row.reason
    if points < weight:
        reason = reason or shortfall_reason(sector, dice)
    elif before is not None and before < weight:
        reason = None
    return replace(with_score(row, points), reason=reason)


def _summed(form: Form, layout: Layout, prose: Prose) -> Form:
    """Return the form with the total of its scores, and the grade, wherever they are told."""
    scores = sum(parse_points(item.score) or 0 for item in form.indicators)
    if execution_points(layout) and form.total_line is not None:
        scores += parse_points(form.total_line.score) or 0
    total = replace(form.total, score=format_points(scores), grade=grade_of(scores))
    return replace(form, total=total, conclusion=concluded(prose.conclusion, scores))


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
    prose: Prose,
    dice: Random,
) -> Form:
    title, year = heading
    return Form(
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
        total=Total(weight=_full(indicators, layout)),
        notes=prose.notes,
        texts=prose.texts,
    )


def _full(indicators: tuple[Indicator, ...], layout: Layout) -> str:
    """Return the sum of all weights as the row of the total prints it."""
    weights = sum(parse_points(item.weight) or 0 for item in indicators)
    return format_points(weights + execution_points(layout))


def _named(form: Form, name: str) -> Form:
    return replace(form, id=name)
