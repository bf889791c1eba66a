"""上年改进措施: what was promised each year, and what the next year shows of it."""

from msgspec import Struct

from jiheng.audit.facts.promised import Outcome
from jiheng.web.years.story import Story, Year


class Promise(Struct, frozen=True, kw_only=True):
    """A measure that was promised.

    Attributes:
        made, shown: the year that promised, and the one after it.
        name: of the indicator, as the later year has it.
        text: the reason that holds the promise.
        said: the reason of the later year; "" where it lost no points.
    """

    made: Year
    shown: Year
    name: str
    text: str
    outcome: Outcome
    said: str


def promises(story: Story) -> tuple[Promise, ...]:
    """Return every promise of a project that a later form can show something of."""
    return tuple(
        Promise(
            made=story.years[turn],
            shown=story.years[turn + 1],
            name=story.years[turn + 1].form.indicators[step.now].name,
            text=story.years[turn].form.indicators[step.before].reason or "",
            outcome=step.promise,
            said=story.years[turn + 1].form.indicators[step.now].reason or "",
        )
        for turn, between in enumerate(story.between)
        for step in between.rows
        if step.promise is not None
    )[::-1]
