"""催办: a text to copy, which names every form that is owed, unit by unit."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.db.models import QuerySet
from msgspec import Struct

from jiheng.rulebook.messages import say
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord

Owed = tuple[str, str, str, date | None]
"""Step, unit, project, last day."""


class Reminder(Struct, frozen=True, kw_only=True):
    """The text with the figures of its heading."""

    text: str
    forms: int
    units: int


def reminder(records: QuerySet[FormRecord], language: str) -> Reminder:
    """Return what to say to the units that owe these forms; by one query."""
    order = tuple(Step)
    found: list[Owed] = list(
        records.order_by("organisation__branch", "number").values_list(
            "step", "organisation__name", "project", "figures__due"
        )
    )
    found.sort(key=lambda each: (order.index(Step(each[0])), each[3] or date.max))
    parts = [
        _asked(step, due, tuple(owed), language)
        for (step, due), owed in groupby(found, key=lambda each: (each[0], each[3]))
    ]
    return Reminder(text="\n".join(parts), forms=len(found), units=len({each[1] for each in found}))


def _asked(step: str, due: date | None, owed: tuple[Owed, ...], language: str) -> str:
    until = say("lists.remind.until", language, day=due.isoformat()) if due else ""
    return say(
        "lists.remind.text",
        language,
        count=str(len(owed)),
        step=say(f"web.step.{step}", language),
        until=until,
        units=say("lists.remind.between", language).join(_units(owed, language)),
    )


def _units(owed: Iterable[Owed], language: str) -> Iterable[str]:
    by_unit: dict[str, list[str]] = {}
    for _, unit, project, _ in owed:
        by_unit.setdefault(unit, []).append(project)
    comma = say("lists.remind.comma", language)
    for unit, projects in by_unit.items():
        yield say("lists.remind.unit", language, unit=unit, projects=comma.join(projects))
