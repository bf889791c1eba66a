"""Budget, execution, scores and findings of a project, a row each over the years."""

from collections.abc import Callable
from fractions import Fraction

from msgspec import Struct

from jiheng.web.forms.summary import read_summary
from jiheng.web.pages.templatetags.words import ends, percent, points, span, ten_thousands
from jiheng.web.years.lines import Line, line_through
from jiheng.web.years.story import Story, Year

_NOTHING = "—"


class MoneyRow(Struct, frozen=True, kw_only=True):
    """One figure over the years.

    Attributes:
        name: end of the key of its words.
        cells: as printed, one a year.
        line: its drawing; None where there are not two numbers.
    """

    name: str
    cells: tuple[str, ...]
    line: Line | None = None


def money_rows(story: Story) -> tuple[MoneyRow, ...]:
    """Return the figures of a project's forms; results only of those that have some."""
    return (
        _row("budget", story, lambda year: year.figures.budget, ten_thousands, is_result=False),
        _row("executed", story, lambda year: year.figures.executed, ten_thousands),
        _row("rate", story, lambda year: year.figures.rate, percent),
        _row("printed", story, lambda year: year.figures.printed, points),
        _by_rules(story),
    )


def _row(
    name: str,
    story: Story,
    number: Callable[[Year], int | None],
    words: Callable[[int | None], str],
    *,
    is_result: bool = True,
) -> MoneyRow:
    numbers = tuple(
        number(year) if year.is_judged or not is_result else None for year in story.years
    )
    fractions = tuple(None if each is None else Fraction(each) for each in numbers)
    return MoneyRow(
        name=name, cells=tuple(words(each) for each in numbers), line=line_through(fractions)
    )


def _by_rules(story: Story) -> MoneyRow:
    """Return lowest and highest score by the rules, with the grades."""
    judged = tuple(year.figures if year.is_judged else None for year in story.years)
    return MoneyRow(
        name="by-rules",
        cells=tuple(_interval(year) if year.is_judged else _NOTHING for year in story.years),
        line=line_through(
            tuple(_fraction(each.low) if each else None for each in judged),
            tuple(_fraction(each.high) if each else None for each in judged),
        ),
    )


def _interval(year: Year) -> str:
    summary = read_summary(year.record.summary)
    grades = f" {ends(summary.grades)}" if summary.grades else ""
    return f"{span(summary.recomputed)}{grades}"


def _fraction(number: int | None) -> Fraction | None:
    return None if number is None else Fraction(number)
