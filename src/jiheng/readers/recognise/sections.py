"""The lines of one form by the section they belong to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from jiheng.readers.recognise.content import LEVELS, kind_of
from jiheng.readers.recognise.further import heads_matters, is_text_label
from jiheng.readers.recognise.goal import is_goal_start
from jiheng.readers.recognise.head import is_title
from jiheng.readers.recognise.header import (
    FEWEST_HEADINGS,
    Header,
    heading_words,
    indicator_header,
    is_lower_tier,
    money_header,
)
from jiheng.readers.recognise.headless import guessed_header, rows_without_heading
from jiheng.readers.recognise.labelled_money import is_labelled_money
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.money import is_money_line
from jiheng.readers.recognise.tail import is_note, is_total
from jiheng.rulebook.headings import is_numbered_goal, label_of


@dataclass
class Sections:
    """What a form is made of, still as lines.

    Attributes:
        state: the section that an unmarked row belongs to.
        above: the line before this one.
        labelled_money: rows of a money block without heading row.
        next_goals: rows that name the second and later goals, among the indicators.
    """

    head: list[Line] = field(default_factory=list[Line])
    money_heading: Line | None = None
    money_columns: Header | None = None
    money: list[Line] = field(default_factory=list[Line])
    matters: list[Line] = field(default_factory=list[Line])
    labelled_money: list[Line] = field(default_factory=list[Line])
    goal: list[Line] = field(default_factory=list[Line])
    next_goals: list[Line] = field(default_factory=list[Line])
    heading: Line | None = None
    columns: Header | None = None
    rows: list[Line] = field(default_factory=list[Line])
    total: Line | None = None
    tail: list[Line] = field(default_factory=list[Line])
    state: str = "head"
    above: Line | None = None

    @property
    def unplaced(self) -> list[Line]:
        """The lines of the section that a row without mark of its own belongs to."""
        sections = {
            "matters": self.matters,
            "goal": self.goal,
            "rows": self.rows,
            "tail": self.tail,
        }
        return sections.get(self.state, self.head)

    @property
    def awaits_money(self) -> bool:
        """Whether amounts may follow that no heading row announced."""
        return self.heading is None and self.money_columns is None

    @property
    def is_form(self) -> bool:
        """Whether this is a form at all."""
        if self.columns is not None or (self.money_columns is not None and self.money):
            return True
        return self.has_project and bool(self.goal)

    @property
    def is_begun(self) -> bool:
        """Whether rows of a form were seen, be it one whose upper half is missing."""
        wide = any(_goes_on(line) and not _has_label(line) for line in self.head)
        closing = self.total is not None or any(line.cells for line in self.tail)
        return self.is_form or self.has_project or wide or closing

    @property
    def has_project(self) -> bool:
        """Whether the project was named."""
        return any(is_project(line) for line in self.head)

    def is_named_beside(self, line: Line) -> bool:
        """Whether a row names another project, or another department, than the one it has."""
        return is_project(line) and any(
            is_project(own) and label_of(own.cells[0].text) == label_of(line.cells[0].text)
            for own in self.head
        )


def is_project(line: Line) -> bool:
    """Whether a row names what the form is about: the project, or the whole department."""
    return bool(line.cells) and label_of(line.cells[0].text) in {"project", "whole"}


def forms_of(lines: Iterable[Line]) -> Iterator[Sections]:
    """Yield the sections of each form."""
    for form in _cut(lines):
        _head_rows_without_heading(form)
        yield form


def _head_rows_without_heading(form: Sections) -> None:
    """Give the rows of a form that lost its heading the columns that fit them."""
    rows = rows_without_heading(form.head) if form.columns is None else []
    form.columns = form.columns or guessed_header(rows)
    if form.columns is not None and rows:
        form.rows = rows
        form.head = [line for line in form.head if line not in rows]
        # Below rows that nothing headed, the total seems to belong to the money above them.
        if form.total is None and form.money and is_total(form.money[-1]):
            form.total = form.money.pop()


def _cut(lines: Iterable[Line]) -> Iterator[Sections]:
    """Yield the sections that the lines fall into.

    A second project begins the next form. So does a title with a project or a money block below
    it; a title without either is only repeated at the head of a page.
    """
    current = Sections()
    held: list[Line] = []
    for line in lines:
        if held and _begins_form(line):
            yield current
            current = Sections()
            held = _all_placed(current, [*held, line])
        elif held and len(held) <= MOST_HELD and not _goes_on(line):
            held.append(line)
        elif is_title(line) and current.is_begun:
            held = [line]
        elif current.is_named_beside(line):
            yield current
            current = Sections()
            _place(current, line)
        else:
            held = []
            _place(current, line)
    _all_placed(current, held)
    yield current


MOST_HELD = 12
"""Lines between a title and the first row of its table."""


def _begins_form(line: Line) -> bool:
    return is_project(line) or money_header(line) is not None


def _goes_on(line: Line) -> bool:
    """Whether a row below a repeated title belongs to the same form."""
    return len(line.cells) > FEWEST_HEADINGS


def _has_label(line: Line) -> bool:
    return any(label_of(cell.text) is not None for cell in line.cells)


def _all_placed(form: Sections, lines: list[Line]) -> list[Line]:
    for line in lines:
        _place(form, line)
    return []


def _place(form: Sections, line: Line) -> None:
    above, form.above = form.above, line
    if line.table is None:
        (form.head if form.heading is None and form.total is None else form.tail).append(line)
    elif (columns := _columns(form, line, above)) is not None:
        form.heading, form.columns, form.state = line, columns, "rows"
    elif form.heading is None and (money := money_header(line)) is not None:
        form.money_heading, form.money_columns, form.state = line, money, "money"
    elif form.state == "money" and (is_money_line(line) or _is_beside_label(form, line)):
        form.money.append(line)
    elif form.awaits_money and is_labelled_money(line, begun=bool(form.labelled_money)):
        form.labelled_money.append(line)
    elif form.state == "rows" and is_numbered_goal(line.cells[0].text):
        _place_goal(form, line)
    elif is_total(line):
        form.total = line
        form.state = "head" if form.state == "head" else "tail"
    else:
        _place_by_state(form, line)


def _place_goal(form: Sections, line: Line) -> None:
    """Take a row that names a goal; its text stands beside it, or the first of its indicators."""
    name, beside = line.cells[:1], line.cells[1:]
    if not beside or kind_of(beside[0].text) not in LEVELS:
        form.next_goals.append(line)
        return
    if form.rows:
        form.next_goals.append(replace(line, cells=name))
    form.rows.append(replace(line, cells=beside))


def _columns(form: Sections, line: Line, above: Line | None) -> Header | None:
    """Return the indicators' header when a row is one, or completes one with the row above."""
    if above is None or heading_words(above) < FEWEST_UPPER:
        return indicator_header(line)
    if not heading_words(line) and not is_lower_tier(line, above):
        return indicator_header(line)
    found = indicator_header(line, above)
    if found is not None and above is not form.heading and above in form.unplaced:
        form.unplaced.remove(above)
    return found


def _is_beside_label(form: Sections, line: Line) -> bool:
    """Whether the upright label of the money block reaches down to a row."""
    heading = form.money_heading
    if heading is None or heading.table is not line.table or is_goal_start(line):
        return False
    label = heading.cells[0]
    return label.column < line.cells[0].column and line.row < label.row + label.row_span


FEWEST_UPPER = 2
"""Headings in the upper of two heading rows."""


def _place_by_state(form: Sections, line: Line) -> None:
    if _is_labelled_text(line) or (form.state == "rows" and is_note(line)):
        form.state = "tail" if form.state == "rows" else form.state
        form.tail.append(line)
        return
    if heads_matters(line):
        form.state = "matters"
    elif form.state in {"head", "money", "matters"} and is_goal_start(line):
        form.state = "goal"
    form.unplaced.append(line)


def _is_labelled_text(line: Line) -> bool:
    if label_of(line.cells[0].text) == "conclusion":
        return True
    return is_text_label(line.cells[0].text) and len(line.cells) <= LABEL_AND_TEXT


LABEL_AND_TEXT = 2
