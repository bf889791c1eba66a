"""The forms of one project: the same indicators year by year, with values that move a little."""

from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.generator import Occasion, some_form
from jiheng.corpus.planting import ALL_PLANTERS
from jiheng.corpus.sectors import load_sector
from jiheng.model.form import Form, Goal, LabelledText, Total
from jiheng.model.paths import value_at
from jiheng.rulebook.layouts import load_layout
from jiheng.web.chain.openness import writable_at
from jiheng.web.chain.steps import Step
from jiheng.web.demo.cast import DemoUnit
from jiheng.web.demo.plan import NAME
from jiheng.web.forms.drawn import NATIONAL, drawn_paths
from jiheng.web.forms.saving import CellChange

if TYPE_CHECKING:
    from _typeshed import SupportsLenAndGetItem

One = TypeVar("One")

_MOVES_BY, _CHANGES_BY = 0.24, 0.12
_FEW = 100
_TRIES = 12
_PLANTERS = tuple(
    each
    for each in ALL_PLANTERS
    if each.forms == 1 and each.pack is None and each.formats is None and each.code[:2] != "ID"
)


class ProjectForm(Struct, frozen=True, kw_only=True):
    """A project's form of a year.

    Attributes:
        begun: before the year is over, without results.
        filed: as the clerk fills it in first.
        right: without mistakes.
    """

    begun: Form
    filed: Form
    right: Form


class _Drifting(Random):
    """Dice that fall, year after year, nearly as they fell for the same thing before.

    What is chosen of a few changes now and then; a number of many moves by a part of itself. The
    library's own way takes a remainder of many digits: what moves a little would go anywhere.
    """

    drift: Random
    changes_by = _CHANGES_BY

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        """Return a whole number below an end."""
        steps = range(start) if stop is None else range(start, stop, step)
        luck, moved = self.random(), self.drift.random() - 0.5
        is_choice = len(steps) <= _FEW
        fallen = (
            (luck + moved * self.changes_by) % 1 if is_choice else luck * (1 + moved * _MOVES_BY)
        )
        return steps[min(int(fallen * len(steps)), len(steps) - 1)]

    def choice(self, seq: "SupportsLenAndGetItem[One]") -> One:
        """Return one of several."""
        return seq[self.randrange(len(seq))]


def project_form(unit: DemoUnit, project: str, year: int, mistakes: int) -> ProjectForm:
    """Return a project's form; its first filing has up to so many mistakes."""
    about = f"{unit.unit.name}{project}"
    right = _right(unit, project, year, about)
    filed = _with_mistakes(right, mistakes, Random(f"{about}{year}"))
    return ProjectForm(begun=without_results(right), filed=filed, right=right)


def under_another_name(form: ProjectForm) -> ProjectForm:
    """Return a project's form in which the first indicator is called otherwise than before."""
    return ProjectForm(
        begun=_renamed(form.begun), filed=_renamed(form.filed), right=_renamed(form.right)
    )


def differences(before: Form, after: Form, within: frozenset[str]) -> tuple[CellChange, ...]:
    """Return what makes one form of another, in the order of its table."""
    return tuple(
        CellChange(path=path, new=None if value is None else str(value))
        for path in drawn_paths(after)
        if path in within and (value := value_at(after, path)) != value_at(before, path)
    )


def without_results(form: Form) -> Form:
    """Return the form as it is before the year is over."""
    lines = (
        replace(each, adjusted_budget=None, executed=None, rate=None, score=None, reason=None)
        for each in form.funds.lines
    )
    rows = (replace(each, actual=None, score=None, reason=None) for each in form.indicators)
    return replace(
        form,
        filled_on=None,
        funds=replace(form.funds, lines=tuple(lines)),
        goal=Goal(expected=form.goal.expected),
        goals=tuple(Goal(expected=each.expected) for each in form.goals),
        indicators=tuple(rows),
        total=Total(weight=form.total.weight),
        conclusion=None,
        texts=tuple(LabelledText(label=each.label) for each in form.texts),
    )


def _right(unit: DemoUnit, project: str, year: int, about: str) -> Form:
    def values(part: str) -> Random:
        dice = _Drifting(f"{about}{part}")
        dice.drift = Random(f"{about}{part}{year}")
        if part == "funds":
            # Whether a project is one of thousands or of millions was chosen once.
            dice.changes_by = 0.0
        return dice

    sector = replace(load_sector(unit.plan.sector), projects=(project,))
    form = some_form(
        load_layout(NATIONAL),
        sector,
        Random(about),
        tidy=True,
        rules=scored_by_rules,
        occasion=Occasion(place=NAME, year=year, values=values),
    )
    home = replace(
        form.project, department=NAME + unit.plan.bureau, implementing_unit=unit.unit.name
    )
    named = replace(form, project=home, reporting_unit=unit.unit.name, contact=unit.clerk.name)
    return replace(named, id=f"{sha256(f'{about}{year}'.encode()).hexdigest()[:12]}-1")


def _renamed(form: Form) -> Form:
    first, *others = form.indicators
    return replace(form, indicators=(replace(first, name=f"全年{first.name}"), *others))


def _with_mistakes(form: Form, count: int, dice: Random) -> Form:
    """Return the form with mistakes in what a clerk fills in."""
    fillable = writable_at(form, Step.SELF_EVALUATION)
    for _ in range(_TRIES):
        if count <= 0:
            break
        planted = dice.choice(_PLANTERS).plant((form,), dice)
        if planted is None or planted.cells:
            continue
        spoilt = planted.forms[0]
        wrong = {each.path for each in differences(form, spoilt, frozenset(drawn_paths(form)))}
        if wrong and wrong <= fillable and len(spoilt.indicators) == len(form.indicators):
            form, count = spoilt, count - 1
    return form
