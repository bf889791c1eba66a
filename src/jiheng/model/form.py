"""The form as it was read: wire document ``jiheng.form/1``.

Values are strings as printed. An absent column, a blank and a dash are ``None``; ``0`` stays "0".
"""

from typing import Literal

from msgspec import Struct, field

from jiheng.model.document import Stamp

FormKind = Literal[
    "self-evaluation",
    "department",
    "transfer",
    "goal-table",
    "monitoring",
    "summary",
    "accounts-sentence",
]

NOT_JUDGED: frozenset[FormKind] = frozenset(
    {"goal-table", "monitoring", "summary", "accounts-sentence"}
)
"""Kinds of form that have no scores of their own; they stand beside the forms that have."""

DoubtReason = Literal[
    "drift", "surplus-cell", "separators", "ocr", "arithmetic", "page-break", "missing-rows"
]
"""Why a reading is open; ``separators``: nothing parts the cells but what they say;
``missing-rows``: of the whole form, of which not all may have been seen: so its sums say, or its
table has no ruling lines."""


class Cell(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Where a field stood; row and column count from 0 in the grid of ``table``.

    Attributes:
        table: index of the table in the file; None for text outside the tables.
        line: line of a text file, from 1.
        box: left, top, right, bottom on the page, in points.
        text: the cell's text as printed; "" for a field that was left empty.
        confidence: 1.0 for typed text, lower for recognised text.
        settled: recognised text that could be read in several ways, and was read in the one way
            in which the form's sums hold.
    """

    table: int | None = None
    page: int | None = None
    sheet: str | None = None
    line: int | None = None
    row: int | None = None
    column: int | None = None
    box: tuple[float, float, float, float] | None = None
    text: str = ""
    confidence: float = 1.0
    settled: bool = False


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file and the part of it that holds the form.

    Attributes:
        index: which form of the file it is, from 1.
    """

    path: str
    format: str
    part: str
    index: int
    sha256: str


class Project(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who does what."""

    name: str | None = None
    code: str | None = None
    department: str | None = None
    department_code: str | None = None
    implementing_unit: str | None = None


class MoneyLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One line of the money block.

    Attributes:
        label: the line's name without decoration, such as 年度资金总额.
        of: label of the line that this one is a part of (本级安排 → 财政拨款).
        rate: the execution rate as printed: "20.10", "100%".
    """

    label: str
    of: str | None = None
    initial_budget: str | None = None
    adjusted_budget: str | None = None
    executed: str | None = None
    weight: str | None = None
    rate: str | None = None
    score: str | None = None
    method: str | None = None
    reason: str | None = None


class Funds(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The money block.

    Attributes:
        unit: 元 or 万元, from the block's heading.
        heading_weight: the points in a heading such as 分值 (10分).
    """

    unit: str | None = None
    heading_weight: str | None = None
    lines: tuple[MoneyLine, ...] = ()


class Goal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The yearly goal and what became of it."""

    expected: str | None = None
    actual: str | None = None


class Indicator(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One third-level indicator.

    Attributes:
        level1: 产出指标, 效益指标, 满意度指标, 成本指标, …, by what it means.
        level1_printed: the heading as printed, where 绩效指标 may stand for 效益指标.
        level1_points: the points in the heading, "40" of 产出指标 (40分).
        goal: index in ``Form.goals`` of the goal it belongs to, where there are several.
    """

    level1: str | None = None
    level1_printed: str | None = None
    level1_points: str | None = None
    level2: str | None = None
    name: str
    target: str | None = None
    adjusted_target: str | None = None
    actual: str | None = None
    weight: str | None = None
    score: str | None = None
    reason: str | None = None
    method: str | None = None
    unit: str | None = None
    nature: str | None = None
    coefficient: str | None = None
    is_core: str | None = None
    deduction: str | None = None
    review_actual: str | None = None
    review_score: str | None = None
    review_reason: str | None = None
    goal: int | None = None


class Total(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The line 总分."""

    weight: str | None = None
    score: str | None = None
    grade: str | None = None


class LabelledText(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A further text of the form with its label, such as 存在问题."""

    label: str
    text: str | None = None


class Doubt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A field that the reader could not settle; it carries its best value or None.

    Attributes:
        at: path of the field, such as ``indicators[2].level2``; ``form`` for the whole form.
        text: the text in question as printed.
        candidates: what it may be.
    """

    at: str
    text: str
    candidates: tuple[str, ...] = ()
    reason: DoubtReason


class Form(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.form/1",
):
    """One form.

    Attributes:
        id: first 12 hex digits of the file's sha256, ``-``, and the form's index from 1.
        year: the year that the form reports.
        filled_on: ISO date on which the form was filled in.
        goal: the overall goal, or the first of ``goals``.
        cells: path of a field → its place; fields left empty have an entry too.
        stamps: the seals on the pages where the form stands, as far as a picture shows them.
    """

    id: str
    kind: FormKind = "self-evaluation"
    source: Source
    layout: str | None = None
    pack: str | None = None
    title: str | None = None
    year: int | None = None
    reporting_unit: str | None = None
    filled_on: str | None = None
    contact: str | None = None
    project: Project = Project()
    funds: Funds = Funds()
    goal: Goal = Goal()
    goals: tuple[Goal, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    total: Total = Total()
    conclusion: str | None = None
    notes: tuple[str, ...] = ()
    texts: tuple[LabelledText, ...] = ()
    cells: dict[str, Cell] = field(default_factory=dict[str, Cell])
    doubts: tuple[Doubt, ...] = ()
    stamps: tuple[Stamp, ...] = ()

    @property
    def total_line(self) -> MoneyLine | None:
        """The money line that is scored: the first one, which holds the year's total."""
        return self.funds.lines[0] if self.funds.lines else None
