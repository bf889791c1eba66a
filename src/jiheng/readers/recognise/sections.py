"""The lines of one form by the section they belong to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jiheng.readers.recognise.goal import is_goal_start
from jiheng.readers.recognise.head import is_title
from jiheng.readers.recognise.header import Header, indicator_header, money_header
from jiheng.readers.recognise.lines import Line
from jiheng.readers.recognise.money import is_money_line
from jiheng.readers.recognise.tail import is_total
from jiheng.rulebook.headings import bare, headings, label_of


@dataclass
class Sections:
    """What a form is made of, still as lines.

    Attributes:
        state: the section that an unmarked row belongs to.
    """

    head: list[Line] = field(default_factory=list[Line])
    money_heading: Line | None = None
    money_columns: Header | None = None
    money: list[Line] = field(default_factory=list[Line])
    goal: list[Line] = field(default_factory=list[Line])
    heading: Line | None = None
    columns: Header | None = None
    rows: list[Line] = field(default_factory=list[Line])
    total: Line | None = None
    tail: list[Line] = field(default_factory=list[Line])
    state: str = "head"

    @property
    def is_form(self) -> bool:
        """Whether this is a form at all."""
        return self.columns is not None or (self.money_columns is not None and bool(self.money))

    @property
    def has_project(self) -> bool:
        """Whether the project was named."""
        return any(is_project(line) for line in self.head)


def is_project(line: Line) -> bool:
    """Whether a row names the project."""
    return bool(line.cells) and label_of(line.cells[0].text) == "project"


def forms_of(lines: Iterable[Line]) -> Iterator[Sections]:
    """Yield the sections of each form; a title or a second project name begins the next."""
    current = Sections()
    for line in lines:
        begins = is_title(line) and (current.has_project or current.is_form)
        again = is_project(line) and current.has_project
        if begins or again:
            yield current
            current = Sections()
        _place(current, line)
    yield current


def _place(form: Sections, line: Line) -> None:
    if line.table is None:
        (form.head if form.heading is None and form.total is None else form.tail).append(line)
    elif (money := money_header(line)) is not None and form.heading is None:
        form.money_heading, form.money_columns, form.state = line, money, "money"
    elif (columns := indicator_header(line)) is not None:
        form.heading, form.columns, form.state = line, columns, "rows"
    elif form.state == "money" and is_money_line(line):
        form.money.append(line)
    elif is_total(line):
        form.total, form.state = line, "tail"
    else:
        _place_by_state(form, line)


def _place_by_state(form: Sections, line: Line) -> None:
    if form.state in {"head", "money"} and is_goal_start(line):
        form.state = "goal"
    elif form.state == "rows" and _is_labelled_text(line):
        form.state = "tail"
    target = {"goal": form.goal, "rows": form.rows, "tail": form.tail}.get(form.state, form.head)
    target.append(line)


def _is_labelled_text(line: Line) -> bool:
    word = bare(line.cells[0].text)
    return label_of(line.cells[0].text) == "conclusion" or word in headings().texts
