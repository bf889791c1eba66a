"""单位成本 over the years."""

from itertools import pairwise

from msgspec import Struct

from jiheng.audit.facts.figures import money_words
from jiheng.audit.years.chains import chains
from jiheng.audit.years.unit_costs import UnitCost, unit_costs
from jiheng.rulebook.messages import worded
from jiheng.web.years.cells import percent
from jiheng.web.years.lines import Line, line_through
from jiheng.web.years.story import Story


class CostCell(Struct, frozen=True, kw_only=True):
    """A unit cost in a year; ``change`` from the year before, "" where there was none."""

    amount: str
    change: str = ""
    is_jump: bool = False


class CostRow(Struct, frozen=True, kw_only=True):
    """A unit cost over the years.

    Attributes:
        kind: a printed price, or the average of all money over what was counted.
        cells: one a year; None where nothing was counted or spent.
    """

    kind: str
    name: str
    per: str
    cells: tuple[CostCell | None, ...]
    line: Line | None


def cost_rows(story: Story, language: str) -> tuple[CostRow, ...]:
    """Return every unit cost of a project over its years."""
    found = tuple(unit_costs(year.form) for year in story.years)
    steps = tuple(
        {later.index(step.now): earlier.index(step.before) for step in between.costs}
        for (earlier, later), between in zip(pairwise(found), story.between, strict=True)
    )
    return tuple(
        _row({turn: found[turn][at] for turn, at in chain.items()}, story, language)
        for chain in chains(tuple(len(each) for each in found), steps)
    )


def _row(costs: dict[int, UnitCost], story: Story, language: str) -> CostRow:
    latest = costs[max(costs)]
    turns = range(len(story.years))
    return CostRow(
        kind=latest.kind,
        name=latest.name,
        per=latest.per,
        cells=tuple(
            _cell(turn, costs[turn], story, language) if turn in costs else None for turn in turns
        ),
        line=line_through(tuple(costs[turn].yuan if turn in costs else None for turn in turns)),
    )


def _cell(turn: int, cost: UnitCost, story: Story, language: str) -> CostCell:
    steps = story.between[turn - 1].costs if turn else ()
    step = next((each for each in steps if each.now == cost), None)
    return CostCell(
        amount=worded(money_words(cost.yuan), language),
        change=percent(step.change) if step and step.change else "",
        is_jump=step is not None and step.is_jump,
    )
