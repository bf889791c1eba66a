"""The sentences of a form: goal, conclusion, notes, further texts."""

from random import Random

from msgspec import Struct

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.labels import text_labels
from jiheng.corpus.places import Context
from jiheng.corpus.sectors import wording
from jiheng.corpus.style import Style
from jiheng.model.form import Goal, Indicator, LabelledText
from jiheng.model.points import format_points
from jiheng.rulebook.layouts import Layout

_MENTIONED = 3
"""So many indicators a goal speaks of at most."""

_FREE = ("存在问题", "改进措施", "其他需要说明事项")
"""Texts that units add below any form."""

_CONCLUSIONS = (
    "年度目标总体完成，自评得分{points}分，等次为{grade}。",
    "项目按要求实施，资金使用规范，自评{points}分，自评等次为{grade}。",
    "经自评，项目得{points}分，等次：{grade}。",
)

_GRADES = ((90_00, "优"), (80_00, "良"), (60_00, "中"), (0, "差"))


class Prose(Struct, frozen=True, kw_only=True):
    """What a form says in sentences.

    Attributes:
        conclusion: with ``{points}`` and ``{grade}`` where the total's stand.
    """

    goals: tuple[Goal, ...]
    conclusion: str
    notes: tuple[str, ...]
    texts: tuple[LabelledText, ...]


def grade_of(points: int) -> str:
    """Return the grade of a total in 1/100 point."""
    return next(word for least, word in _GRADES if points >= least)


def concluded(conclusion: str, points: int) -> str:
    """Return a conclusion with the total, in 1/100 point, and its grade in it."""
    return conclusion.format(points=format_points(points), grade=grade_of(points))


def some_prose(
    project: str, indicators: tuple[Indicator, ...], context: Context, dice: Random
) -> Prose:
    """Return sentences that agree with the indicators."""
    notes = wording().notes
    told = notes[: dice.choice((0, 0, 2, len(notes)))]
    return Prose(
        goals=_goals(project, indicators, context.style),
        conclusion=dice.choice(_CONCLUSIONS),
        notes=told,
        texts=_texts(context.layout, dice),
    )


def _goals(project: str, indicators: tuple[Indicator, ...], style: Style) -> tuple[Goal, ...]:
    """Return a goal for each that the indicators belong to; one where they belong to none."""
    numbers = sorted({item.goal or 0 for item in indicators})
    groups = [tuple(item for item in indicators if (item.goal or 0) == n) for n in numbers]
    return tuple(_goal(project, group[:_MENTIONED], style) for group in groups)


def _goal(project: str, told: tuple[Indicator, ...], style: Style) -> Goal:
    wanted = [f"{item.name}{item.target}" for item in told]
    got = [f"{item.name}{item.actual}" for item in told]
    opening, closing = f"按计划实施{project}", f"{project}已实施"
    if style.lists_goals:
        return Goal(expected=_listed([opening, *wanted]), actual=_listed([closing, *got]))
    return Goal(
        expected=f"{opening}，{'，'.join(wanted)}。", actual=f"{closing}，{'，'.join(got)}。"
    )


def _listed(sentences: list[str]) -> str:
    return "\n".join(f"{number}. {sentence}。" for number, sentence in enumerate(sentences, 1))


def _texts(layout: Layout, dice: Random) -> tuple[LabelledText, ...]:
    """Return what the layout asks for, and now and then a text that it does not."""
    own = text_labels(layout)
    free = [label for label in _FREE if label not in own]
    added = free[: dice.randrange(1, 1 + len(free))] if free and in_hundred(dice, 15) else []
    return tuple(
        LabelledText(label=label, text=dice.choice(wording().texts.get(label, wording().any_text)))
        for label in (*own, *added)
    )
