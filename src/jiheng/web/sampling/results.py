"""What the reviewed sample says: 自评与复核差异, of all forms and by stratum, with an interval."""

import csv
from collections.abc import Iterable
from io import StringIO

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.draw.drawing import Draw as DrawPaper
from jiheng.corpus.draw.estimate import Estimate, estimate
from jiheng.corpus.draw.population import Population
from jiheng.corpus.draw.selection import Chosen
from jiheng.corpus.draw.tables import decoded
from jiheng.model.points import format_points
from jiheng.rulebook.messages import say
from jiheng.web import clock
from jiheng.web.sampling.models import Assignment, Draw, Kind
from jiheng.web.sampling.population import READY
from jiheng.web.sampling.running import paper_of
from jiheng.web.sampling.sample import Task
from jiheng.web.verdicts.totals import Reviewed, reviewed_totals

_POINT = 100
_WIDTH = 990
"""Of 1,000, so that a mark at the right end is seen."""


class Result(Struct, frozen=True, kw_only=True):
    """A form of the sample with what its review came to; None where nobody scored it yet."""

    task: Task
    reviewed: Reviewed | None

    @property
    def difference(self) -> int | None:
        """Review minus self-evaluation in 1/100 point; None while it is not settled."""
        return difference_of(self.reviewed)


class Given(Struct, frozen=True, kw_only=True):
    """A form that somebody was given to review, with what the review came to.

    Attributes:
        is_here: it stands where it can be reviewed; what was returned to its unit does not.
    """

    given: Assignment
    reviewed: Reviewed | None
    is_here: bool

    @property
    def difference(self) -> int | None:
        """Review minus self-evaluation in 1/100 point; None while it is not settled."""
        return difference_of(self.reviewed)

    @property
    def is_overdue(self) -> bool:
        """Whether its day is over and its review is not settled."""
        return self.difference is None and self.given.due < clock.today()


class Bar(Struct, frozen=True, kw_only=True):
    """An interval as it is drawn, in 1/1000 of the width: where it begins, how far it reaches."""

    zero: int
    low: int
    reach: int
    mean: int


class Part(Struct, frozen=True, kw_only=True):
    """A stratum, or all of them: what there is, what was drawn, what the reviewed forms say.

    Attributes:
        money, drawn_money: in 1/100 yuan.
        settled: drawn forms whose review is settled; the others are still pending.
        found: None where the reviewed forms allow no estimate.
        bar: its interval on the scale of all strata; None where there is none.
    """

    name: str
    forms: int
    money: int
    drawn: int
    drawn_money: int
    settled: int
    found: Estimate | None
    bar: Bar | None = None

    @property
    def pending(self) -> int:
        """How many drawn forms have no settled review yet."""
        return self.drawn - self.settled


class Results(Struct, frozen=True, kw_only=True):
    """What a draw says so far.

    Attributes:
        by_money: it is said of every yuan, and not of every form.
        drawn: the forms of the draw.
        must: those that only must be checked; they are no part of any estimate.
    """

    by_money: bool
    whole: Part
    parts: tuple[Part, ...]
    drawn: tuple[Result, ...]
    must: tuple[Result, ...]


def results(draw: Draw, tasks: tuple[Task, ...]) -> Results | None:
    """Return what the reviews of a sample say; None before it was drawn."""
    text = paper_of(draw, Kind.DRAW)
    if text is None:
        return None
    paper = decoded(text, DrawPaper)
    told = with_reviews(tasks)
    drawn = tuple(each for each in told if each.task.entry.chance)
    differences = {
        each.task.entry.number: each.difference / _POINT
        for each in drawn
        if each.difference is not None
    }
    population, chosen = paper.frozen.population, paper.chosen
    whole, *parts = _with_bars(
        (
            _part("", population, chosen, differences),
            *(
                _part(each.name, *_alone(population, chosen, each.name), differences)
                for each in population.strata
            ),
        )
    )
    return Results(
        by_money=population.by_money,
        whole=whole,
        parts=tuple(parts),
        drawn=drawn,
        must=tuple(each for each in told if not each.task.entry.chance),
    )


def difference_of(found: Reviewed | None) -> int | None:
    """Return review minus self-evaluation in 1/100 point; None while a row of it is open."""
    if found is None or found.printed is None or found.low != found.high:
        return None
    return found.low - found.printed


def with_reviews(tasks: tuple[Task, ...]) -> tuple[Result, ...]:
    """Return the forms of a sample, each with what its review came to."""
    found = reviewed_totals([each.record.pk for each in tasks], READY)
    return tuple(Result(task=each, reviewed=found.get(each.record.pk)) for each in tasks)


def with_review(given: tuple[Assignment, ...]) -> tuple[Given, ...]:
    """Return what somebody was given, each with what its review came to."""
    found = reviewed_totals([each.record.pk for each in given], READY)
    return tuple(
        Given(
            given=each,
            reviewed=found.get(each.record.pk),
            is_here=each.record.step in READY,
        )
        for each in given
    )


def as_csv(drawn: Iterable[Result]) -> bytes:
    """Return the settled reviews as ``jiheng draw estimate`` takes them."""
    target = StringIO()
    sheet = csv.writer(target)
    sheet.writerow(say(f"sampling.csv.{each}") for each in ("number", "self", "review"))
    for each in drawn:
        found = each.reviewed
        if found is not None and each.difference is not None:
            scores = (found.printed or 0, found.low)
            sheet.writerow((each.task.entry.number, *map(format_points, scores)))
    return target.getvalue().encode("utf-8-sig")


def _alone(
    population: Population, chosen: tuple[Chosen, ...], name: str
) -> tuple[Population, tuple[Chosen, ...]]:
    """Return what there is of one stratum, as if there were no other."""
    here = replace(
        population,
        strata=tuple(each for each in population.strata if each.name == name),
        entries=tuple(each for each in population.entries if each.stratum == name),
    )
    return here, tuple(each for each in chosen if each.stratum == name)


def _part(
    name: str, population: Population, chosen: tuple[Chosen, ...], differences: dict[str, float]
) -> Part:
    ids = {each.id for each in chosen}
    return Part(
        name=name,
        forms=len(population.entries),
        money=sum(each.amount for each in population.entries),
        drawn=len(chosen),
        drawn_money=sum(each.amount for each in population.entries if each.id in ids),
        settled=sum(each in differences for each in ids),
        found=estimate(population, chosen, differences),
    )


def _with_bars(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return strata with their intervals drawn on one scale, which shows no difference too."""
    ends = [end for each in parts for end in _ends(each.found)]
    low, high = min(0.0, *ends) if ends else 0.0, max(0.0, *ends) if ends else 0.0
    return tuple(replace(each, bar=_bar(each.found, low, high)) for each in parts)


def _ends(found: Estimate | None) -> tuple[float, ...]:
    if found is None or found.low is None or found.high is None:
        return ()
    return found.low, found.high


def _bar(found: Estimate | None, low: float, high: float) -> Bar | None:
    ends = _ends(found)
    if found is None or not ends or low == high:
        return None

    def at(points: float) -> int:
        return round((points - low) / (high - low) * _WIDTH)

    return Bar(zero=at(0), low=at(ends[0]), reach=at(ends[1]) - at(ends[0]), mean=at(found.mean))
