"""What a change of the rules would do to many forms: wire document ``jiheng.simulation/1``.

Points are decimal numbers as texts; counts are whole numbers; money is yuan as text. Forms count
where their total can be said before and after (``compared``); a total that the rules give as a
range counts with both its ends.
"""

from typing import Literal

from msgspec import Struct

KeyName = Literal["department", "region", "year", "sector", "size"]
"""By what forms are put together; size is that of the budget."""


class Ends(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lowest and the highest that the rules allow."""

    low: str
    high: str


class Sums(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What some forms add up to.

    Attributes:
        forms: all of them.
        compared: those whose total can be said before and after; all that follows down to ``down``
            is of these.
        before: sum of their totals.
        after: the same under the other rules.
        mean_before: mean of their totals, rounded half up to 1/10,000; None without any.
        mean_after: the same under the other rules.
        changed: how many have another total.
        crossing: how many have other grades.
        up: of these, those with a higher grade at one end at least, and a lower one at none.
        down: of these, those with a lower one; what is neither widened or narrowed.
        ranges_before: how many totals are ranges.
        ranges_after: the same under the other rules.
        unsaid_before: how many totals cannot be said.
        unsaid_after: the same under the other rules.
        unbudgeted: how many have no budget that is a number.
        money: their budgets.
        crossing_money: the budgets of those that have other grades.
    """

    forms: int
    compared: int
    before: Ends
    after: Ends
    mean_before: Ends | None
    mean_after: Ends | None
    changed: int
    crossing: int
    up: int
    down: int
    ranges_before: int
    ranges_after: int
    unsaid_before: int
    unsaid_after: int
    unbudgeted: int
    money: str
    crossing_money: str


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The forms of one department, region, year, sector or size.

    Attributes:
        name: None where the forms do not say; of sizes, ``100000-500000`` in yuan, the first
            included.
    """

    name: str | None
    sums: Sums


class Grouping(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All forms by one key."""

    by: KeyName
    rows: tuple[Row, ...]


class Move(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Forms with these grades before and after; None where the total cannot be said.

    Attributes:
        before: a grade, or the lowest and highest of a range with ``–`` between.
    """

    before: str | None
    after: str | None
    forms: int
    money: str


class Bin(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Forms from one value on up to another, which belongs to it only where ``low`` equals it.

    Attributes:
        low: None where it is open.
        high: None where it is open.
        lowest: how many lowest totals lie here.
        highest: how many highest ones.
    """

    low: str | None
    high: str | None
    lowest: int
    highest: int


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One set of rules after, held against those before.

    Attributes:
        value: of the parameter that a sweep goes along; None without a sweep.
        totals_before: all totals that can be said, by whole points.
        changes: totals after less those before; the bins are whole hundredths of a point, both ends
            included.
    """

    value: str | None
    sums: Sums
    moves: tuple[Move, ...]
    totals_before: tuple[Bin, ...]
    totals_after: tuple[Bin, ...]
    changes: tuple[Bin, ...]
    groupings: tuple[Grouping, ...]


class RulesNamed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rules of one side.

    Attributes:
        packs: ids with versions.
        is_own: whether each form is scored by the pack that it was audited by.
        settings: what differs from the packs, as it was typed.
    """

    packs: tuple[str, ...]
    is_own: bool
    settings: tuple[str, ...] = ()


class Simulation(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.simulation/1",
):
    """A change of the rules, tried on a corpus.

    Attributes:
        corpus: its name.
        manifest_sha256: of the manifest that named its forms.
        made_up: whether the forms are made up (模拟数据).
        grades: names of all grades, the lowest first.
        parameter: the value that a sweep goes along.
        steps: one, or as many as the sweep has.
    """

    corpus: str
    manifest_sha256: str
    made_up: bool
    before: RulesNamed
    after: RulesNamed
    grades: tuple[str, ...]
    parameter: str | None = None
    steps: tuple[Step, ...]
