"""Cases of self-evaluation arithmetic with their results: wire document ``jiheng.conformance/1``.

Every number is a string, so that no reader makes a binary fraction of it.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from jiheng.model.quantity import Operator, Tier

Name = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Number = Annotated[str, Meta(pattern=r"^-?[0-9]{1,18}(\.[0-9]{1,6})?$")]
Score = Annotated[str, Meta(pattern=r"^[0-9]{1,6}(\.[0-9]{1,2})?$")]
Weight = Annotated[str, Meta(pattern=r"^-?[0-9]{1,6}(\.[0-9]{1,2})?$")]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sentence in Chinese and in English."""

    zh: str
    en: str


class Span(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lowest and the highest score that the rule allows; equal where it leaves no room."""

    low: Score
    high: Score


class Grades(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The grades that the rule allows, as the pack names them; their order says nothing."""

    grades: tuple[str, ...]


class Values(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="values"
):
    """Target and actual as numbers in one unit; 1 is 100 %.

    Attributes:
        operator: what the actual should be to the target; ge is ≥, le ≤, gt >, lt <, eq =.
        weight: points at stake; null where the form gives none.
        is_satisfaction: it measures how satisfied people are.
        is_cost: it measures money, of which more is not better.
    """

    operator: Operator
    target: Number
    actual: Number
    weight: Weight | None
    is_satisfaction: bool = False
    is_cost: bool = False


class TierSaid(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="tier"
):
    """A qualitative indicator, and which tier the form says was reached."""

    tier: Tier
    weight: Weight | None


class DayDone(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="date"
):
    """The last day allowed, and the days on which it may have been done."""

    due: Day
    done_first: Day
    done_last: Day
    weight: Weight | None


Numbers = Values | TierSaid | DayDone


class PrintedRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An indicator as the form prints it; a blank cell is null."""

    level1: str
    level2: str
    name: str
    target: str | None
    actual: str | None
    weight: str | None


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An indicator, as printed and as numbers; no numbers where words alone decide."""

    printed: PrintedRow
    numbers: Numbers | None = None


class PrintedMoney(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The yearly total of the money block as the form prints it; a blank cell is null."""

    unit: Literal["元", "万元"]
    initial_budget: str | None
    adjusted_budget: str | None
    executed: str | None
    weight: str | None


class MoneyNumbers(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The yearly total in yuan; null where the form gives none."""

    initial_budget: Number | None
    adjusted_budget: Number | None
    executed: Number | None
    weight: Weight | None


class Money(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The yearly total of the money block, as printed and as numbers."""

    printed: PrintedMoney
    numbers: MoneyNumbers | None = None


class IndicatorCase(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="indicator"
):
    """The score of one indicator.

    Attributes:
        pack: id of the rule pack that scores it.
        rule: the value of the pack on which the result rests.
        expected: null where no score can be said.
        working: the arithmetic, worked by hand from the pack's clause.
    """

    id: Name
    pack: Name
    rule: str
    title: Words
    printed: PrintedRow
    numbers: Numbers | None = None
    expected: Span | None
    working: Words


class ExecutionCase(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="execution"
):
    """The score of the budget execution rate; the fields are those of an indicator's case."""

    id: Name
    pack: Name
    rule: str
    title: Words
    printed: PrintedMoney
    numbers: MoneyNumbers | None = None
    expected: Span | None
    working: Words


class TotalCase(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="total"
):
    """The sum of all scores of a small form."""

    id: Name
    pack: Name
    rule: str
    title: Words
    money: Money | None = None
    rows: tuple[Row, ...]
    expected: Span | None
    working: Words


class GradeCase(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="grade"
):
    """The grades of a total; of all totals between both ends where it is an interval."""

    id: Name
    pack: Name
    rule: str
    title: Words
    total: Span
    expected: Grades
    working: Words


Case = IndicatorCase | ExecutionCase | TotalCase | GradeCase
Result = Span | Grades | None
GivenAs = Literal["printed", "numbers", "results"]
Verdict = Literal["passed", "failed", "unanswered"]


class Topic(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.conformance/1",
):
    """The cases of one file."""

    topic: Name
    title: Words
    about: Words
    cases: tuple[Case, ...]


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of one case.

    Attributes:
        given: what was worked with: the printed texts, the numbers, or another program's results.
        got: the result; text that is no result stands as it was given.
        malformed: what was given is no result of this kind of case.
    """

    id: str
    topic: str
    pack: str
    given: GivenAs
    verdict: Verdict
    expected: Result
    got: Result | str = None
    malformed: bool = False


class ConformanceRun(
    Struct, frozen=True, kw_only=True, tag_field="schema", tag="jiheng.conformance-run/1"
):
    """What became of every case; a case passes when it passed in every way in which it was given.

    Attributes:
        unknown: ids of results that no case has.
    """

    cases: int
    passed: int
    failed: int
    unanswered: int
    unknown: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...]
