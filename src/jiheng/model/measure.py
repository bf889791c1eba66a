"""A question put to a ledger, saved so that it can be put again, and what came of it."""

from typing import Literal, TypeAlias

from msgspec import UNSET, Struct, UnsetType

Operator: TypeAlias = Literal["=", "!=", "<", "<=", ">", ">=", "in", "not in", "empty", "filled"]


class Filter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A condition that a row must meet.

    Attributes:
        column: of the table that is asked.
        op: ``in`` and ``not in`` take ``values``, ``empty`` and ``filled`` take nothing, and all
            others take ``value`` or ``other``.
        value: a date as 2023-07-15, a month as 2023-07, an amount as a text (``"12.50"``);
            ``$since``, ``$until`` and ``$year`` stand for the period.
        values: one of these.
        other: another column of the same row.
    """

    column: str
    op: Operator = "="
    value: str | int | None = None
    values: tuple[str | int, ...] = ()
    other: str | None = None


class _OverTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="ask"):
    """What all questions to one table have.

    Attributes:
        table: of the ledger.
        where: conditions, all of which a row meets.
        period: the column that lies in the measure's period: a date, a month, or a whole year;
            None where time does not matter.
        once: rows that agree in every column count once, as one that was recorded twice.
    """

    table: str
    where: tuple[Filter, ...] = ()
    period: str | None = None
    once: bool = False


class Count(_OverTable, frozen=True, kw_only=True, tag="count"):
    """How many rows."""


class Distinct(_OverTable, frozen=True, kw_only=True, tag="distinct"):
    """How many different values in these columns; a row in which one is empty is left out."""

    column: str
    beside: tuple[str, ...] = ()


class Sum(_OverTable, frozen=True, kw_only=True, tag="sum"):
    """The sum of a column."""

    column: str


class Mean(_OverTable, frozen=True, kw_only=True, tag="mean"):
    """The mean of the filled cells of a column."""

    column: str


class Percentile(_OverTable, frozen=True, kw_only=True, tag="percentile"):
    """The smallest value that at least so many percent of the filled cells do not exceed.

    Attributes:
        percent: from 1 to 100; 50 is the median.
    """

    column: str
    percent: int


class Latest(_OverTable, frozen=True, kw_only=True, tag="latest"):
    """The last date or month of a column."""

    column: str


class Earliest(_OverTable, frozen=True, kw_only=True, tag="earliest"):
    """The first date or month of a column."""

    column: str


class Share(_OverTable, frozen=True, kw_only=True, tag="share"):
    """How large a part of the rows, or of the sum of a column, also meets further conditions.

    Attributes:
        which: the further conditions.
        column: whose sum is divided; None for the number of rows.
    """

    which: tuple[Filter, ...]
    column: str | None = None


class Sql(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="ask", tag="sql"
):
    """One SELECT that gives one value.

    Attributes:
        sql: may use ``$year``, ``$since`` and ``$until``.
        tables: all that it reads.
    """

    sql: str
    tables: tuple[str, ...]


Single: TypeAlias = Count | Distinct | Sum | Percentile | Latest | Earliest | Sql
"""A question that one query answers."""


class Ratio(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="ask", tag="ratio"
):
    """One number divided by another."""

    of: Count | Distinct | Sum | Percentile | Sql
    to: Count | Distinct | Sum | Percentile | Sql


Question: TypeAlias = Single | Mean | Share | Ratio


class Period(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The days that a measure is about, both ends among them.

    Attributes:
        since: first day, such as 2023-01-01; None for the first of the form's year.
        until: last day; None for the last of the form's year.
    """

    since: str | None = None
    until: str | None = None


class Measure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question to the ledger of one system, with the indicators that its answer is for.

    Attributes:
        schema: of this document.
        id: in small letters, digits and hyphens.
        title: Chinese.
        title_en: in English; where nobody gave it, no part of the canonical text either.
        feeds: names of indicators as forms word them.
        ledger: a system that comes with Jiheng, or a YAML file beside the measure.
        question: what is asked.
        period: None for the year of the form.
        unit: of the answer: 人, 万元, %, …; None for a date.
        places: digits behind the point, rounded half up once at the end.
        note: what a reader of the value should know.
    """

    schema: Literal["jiheng.measure/1"]
    id: str
    title: str
    title_en: str | UnsetType = UNSET
    ledger: str
    question: Question
    feeds: tuple[str, ...] = ()
    period: Period | None = None
    unit: str | None = None
    places: int = 0
    note: str = ""


SourceKind: TypeAlias = Literal["csv", "xlsx", "parquet", "sqlite", "postgresql"]

RemarkKind: TypeAlias = Literal["missing", "unfit", "empty", "unlisted", "repeated", "short"]
"""``missing``: the source has no such column. ``unfit``: cells that are no value of the column's
type, left empty. ``empty``: cells of a column that was asked and must be filled. ``unlisted``:
values that the ledger does not document. ``repeated``: rows whose key another row had already.
``short``: rows with fewer or more cells than there are headings."""


class Remark(Struct, frozen=True, kw_only=True):
    """Something about the data that its reader should know.

    Attributes:
        column: None where it is about rows.
        count: of cells or rows; 0 for a missing column.
        first: row of the source in which it is first seen, from 1 below the headings; None where
            the source has no order.
    """

    kind: RemarkKind
    table: str
    column: str | None = None
    count: int = 0
    first: int | None = None


class TableUsed(Struct, frozen=True, kw_only=True):
    """A table as it was when it was asked.

    Attributes:
        name: in the ledger.
        source: kind of its source; where it lies is nobody else's business.
        rows: how many.
        sha256: of its rows in canonical form, sorted: the order of rows does not matter.
    """

    name: str
    source: SourceKind
    rows: int
    sha256: str


class Measured(Struct, frozen=True, kw_only=True):
    """What came of a measure: all that leaves the holder of the data.

    Attributes:
        schema: of this document.
        value: a decimal number, a date or a month.
        unit: as the measure has it.
        exact: what the queries gave, in their order; the value is the first, or the first
            divided by the second, in ``unit``.
        measure: what was asked.
        measure_sha256: of its canonical text.
        ledger_sha256: of the canonical text of the ledger's documentation.
        since: first day of the period.
        until: last day of the period.
        queries: as they were run.
        engine: name and version.
        version: of Jiheng.
        tables: by name.
        remarks: on the data, in the order of the tables.
        at: when, UTC, ISO 8601, to the second.
        by: who.
    """

    schema: Literal["jiheng.measured/1"] = "jiheng.measured/1"
    value: str
    unit: str | None
    exact: tuple[str, ...]
    measure: Measure
    measure_sha256: str
    ledger_sha256: str
    since: str
    until: str
    queries: tuple[str, ...]
    engine: str
    version: str
    tables: tuple[TableUsed, ...]
    remarks: tuple[Remark, ...] = ()
    at: str
    by: str
