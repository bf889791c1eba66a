"""A project over all its years, as its page tells it."""

from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct

from jiheng.audit.facts.figures import value_of
from jiheng.audit.years.chains import Chain, chains
from jiheng.audit.years.comparison import Comparison, RowStep, compare
from jiheng.model.form import Form
from jiheng.model.quantity import Quantity
from jiheng.rulebook.years import thresholds
from jiheng.scoring.understanding import Understood, understand
from jiheng.web.access.situations import posts_of, within_reach
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.models import Figures
from jiheng.web.people.models import Person
from jiheng.web.years.cells import Cell, cell_of
from jiheng.web.years.lineage import document_of, line_of, renamed_in
from jiheng.web.years.lines import Line, Series, line_through


class Year(Struct, frozen=True, kw_only=True):
    """One year's form."""

    record: FormRecord
    figures: Figures
    form: Form

    @property
    def is_judged(self) -> bool:
        """Whether it has results."""
        return self.figures.is_judged


class Thread(Struct, frozen=True, kw_only=True):
    """One indicator over the years.

    Attributes:
        name: as the latest year has it.
        level: its second level, as printed there.
        former: the other names that it had.
        cells: one a year; None where the form has no such row.
        line: targets and results as a drawing; None where there are not two numbers.
        is_falling: the less the better; None where nobody can say.
    """

    name: str
    level: str
    former: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    line: Line | None
    is_falling: bool | None


class Story(Struct, frozen=True, kw_only=True):
    """A project's years.

    Attributes:
        between: what changed from each year to the next; one less than the years.
    """

    years: tuple[Year, ...]
    between: tuple[Comparison, ...]
    threads: tuple[Thread, ...]


def story_of(record: FormRecord, person: Person) -> Story:
    """Return a form's project over those of its years that somebody may see."""
    line = line_of(record, within_reach(posts_of(person)))
    renamed = renamed_in(line)
    years = tuple(_year(each) for each in line)
    between = tuple(
        compare(one.form, other.form, thresholds(), renamed.get(other.record.pk))
        for one, other in pairwise(years)
    )
    return Story(years=years, between=between, threads=_threads(years, between))


def _year(record: FormRecord) -> Year:
    return Year(record=record, figures=Figures.of(record), form=document_of(record))


def _threads(years: tuple[Year, ...], between: tuple[Comparison, ...]) -> tuple[Thread, ...]:
    counts = tuple(len(year.form.indicators) for year in years)
    steps = tuple({step.now: step.before for step in each.rows} for each in between)
    return tuple(_thread(chain, years, between) for chain in chains(counts, steps))


def _thread(rows: Chain, years: tuple[Year, ...], between: tuple[Comparison, ...]) -> Thread:
    found = {turn: years[turn].form.indicators[at] for turn, at in rows.items()}
    read = {turn: understand(row) for turn, row in found.items()}
    latest = found[max(found)]
    names = dict.fromkeys(row.name for row in found.values())
    return Thread(
        name=latest.name,
        level=latest.level2 or latest.level1 or "",
        former=tuple(name for name in names if name != latest.name),
        cells=tuple(
            cell_of(found, read, turn, _step(turn, rows, between)) if turn in found else None
            for turn in range(len(years))
        ),
        line=_line(read, len(years)),
        is_falling=_is_falling(read[max(read)]),
    )


def _step(turn: int, rows: Chain, between: tuple[Comparison, ...]) -> RowStep | None:
    """What led to a row from the year before, if that had it."""
    if not turn:
        return None
    return next((step for step in between[turn - 1].rows if step.now == rows[turn]), None)


def _line(read: Mapping[int, Understood], years: int) -> Line | None:
    """Targets and results on one scale, where all targets measure the same."""
    measures = {each.target.dimension for each in read.values() if each.target.is_number}
    if len(measures) != 1:
        return None

    def series(values: Mapping[int, Quantity]) -> Series:
        fitting = {turn: each for turn, each in values.items() if each.dimension in measures}
        return tuple(value_of(fitting.get(turn)) for turn in range(years))

    return line_through(
        series({turn: each.target for turn, each in read.items()}),
        series({turn: each.actual for turn, each in read.items()}),
    )


def _is_falling(read: Understood) -> bool | None:
    return None if read.direction is None else read.direction in {"le", "lt"}
