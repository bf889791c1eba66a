"""One official form as data."""

from typing import Literal

from msgspec import field

from jiheng.model.form import FormKind
from jiheng.rulebook.layout_parts import (
    Block,
    Column,
    ColumnRole,
    Data,
    FormRow,
    GoalBlock,
    Group,
    HeadLine,
    MoneyColumn,
    MoneyLabel,
    MoneyRole,
    TotalRow,
)

_BRACKETS = str.maketrans("（）：", "():")


class Layout(Data, frozen=True, kw_only=True):
    """One official form.

    Attributes:
        seen: where forms of this layout were seen.
        verified: somebody has read such a form; False when it is only told of.
        kind: what the form is for.
        title: as printed; ``{place}`` stands for the name of the place.
        places: names that mark the place that prints this form.
        years: years for which it was seen; empty where it is not tied to a year.
        replaced_from: the first year for which a newer form took its place, where one did.
        is_wide: printed on A4 lying on its side.
        one_page: the printed original keeps to one page.
        hallmarks: words that no earlier layout with the same columns prints.
        blocks: what stands in the table, from top to bottom.
        money_unit: 元 or 万元, as the empty form prints it.
        money_unit_at: where that is printed: beside the block's label or in a line above.
        heading_weight: points in the heading of the money block's weights, 10 of 分值 (10分).
        headings: level-1 heading → points that the empty form prints beside it.
        heading_words: level-1 heading → other word that this form prints for it.
        head_rows: the rows that say whose project it is.
        money_line_heading: heading over the names of the money lines, such as 资金来源.
        money_columns: columns of money, from left to right; they end at the right edge.
        money_headed: whether the money columns have headings.
        money_blank: what stands where a lower money line has no weight, rate or score.
        middle_rows: further rows of the block ``middle``.
        indicator_label: the upright label left of the indicators; None where there is none.
        columns: columns right of that label, from left to right.
        nature_holds: what stands in a column of role nature: the operator of the target
            (≥, 大于等于), or the kind of the indicator (定量, 正向).
        name_prefix: what stands before an indicator's name; ``{number}`` counts in its group.
        template_rows: whether empty rows of the form (指标2:, .....) are printed.
        groups: headings of the empty form, in order.
        total: the row of the total below the indicators.
        conclusion_label: label of the conclusion; None where the form has none.
        tail_rows: the rows below total and conclusion.
        head_lines: lines between title and table.
        tail_lines: lines below the table.
        date_style: how a date is printed, with ``{year}``, ``{month}``, ``{day}``.
        notes: below: numbered paragraphs below the table.
        note_texts: what the notes of the empty form say, in our words.
        hints: field → what the empty form prints in its cell, in our words.
        widths: relative widths of all columns, the label's first.
    """

    id: str
    seen: str = ""
    verified: bool = False
    kind: FormKind = "self-evaluation"
    title: str
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    replaced_from: int | None = None
    is_wide: bool = False
    one_page: bool = True
    hallmarks: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ("head", "money", "middle", "goal", "indicators", "tail")
    money_unit: Literal["元", "万元"]
    money_unit_at: Literal["label", "line"] = "label"
    heading_weight: str | None
    headings: dict[str, str]
    heading_words: dict[str, str]
    head_rows: tuple[FormRow, ...]
    money_label: str
    money_line_heading: str | None
    money_columns: tuple[MoneyColumn, ...]
    money_headed: bool = True
    money_lines: tuple[MoneyLabel, ...]
    money_blank: str
    middle_rows: tuple[FormRow, ...] = ()
    goal: GoalBlock
    indicator_label: str | None
    columns: tuple[Column, ...]
    nature_holds: Literal["operator", "kind"] = "operator"
    name_prefix: str
    template_rows: bool
    groups: tuple[Group, ...]
    total: TotalRow | None
    conclusion_label: str | None
    tail_rows: tuple[FormRow, ...] = ()
    head_lines: tuple[HeadLine, ...]
    tail_lines: tuple[HeadLine, ...]
    date_style: str | None
    notes: Literal["below"]
    note_texts: tuple[str, ...] = ()
    hints: dict[str, str] = field(default_factory=dict[str, str])
    widths: tuple[int, ...]

    @property
    def first_column(self) -> int:
        """Column at which the indicators begin, right of their label if there is one."""
        return 0 if self.indicator_label is None else 1

    @property
    def money_roles(self) -> tuple[MoneyRole, ...]:
        """Roles of the money columns, without the lines' names."""
        return tuple(column.role for column in self.money_columns)

    @property
    def column_roles(self) -> tuple[ColumnRole, ...]:
        """Roles of the indicator columns, level 1 first, without columns of no field."""
        return tuple(column.role for column in self.columns if column.role is not None)

    @property
    def words(self) -> frozenset[str]:
        """Headings and labels that this form prints, without blanks."""
        rows = (*self.head_rows, *self.middle_rows, *self.tail_rows)
        printed = [
            *(column.heading for column in (*self.money_columns, *self.columns)),
            *(word for column in (*self.money_columns, *self.columns) for word in column.also),
            *(column.over for column in (*self.money_columns, *self.columns)),
            *(line.printed for line in self.money_lines),
            *(cell.text for row in rows for cell in row),
            *(text.heading for text in self.goal.others),
            *(name for group in self.groups for name in (group.level1, *group.level2)),
        ]
        labels = [self.money_line_heading, self.conclusion_label]
        goal = [self.goal.label, self.goal.expected, self.goal.actual]
        return frozenset(bare_word(word) for word in (*printed, *labels, *goal) if word)


def bare_word(word: str) -> str:
    """Return a heading without blanks, with one kind of brackets and no trailing colon.

    Example:
        >>> bare_word("执行率 （B/A）："), bare_word("-----其中:上级补助:")
        ('执行率(B/A)', '-----其中:上级补助')
    """
    return "".join(word.split()).translate(_BRACKETS).removesuffix(":")
