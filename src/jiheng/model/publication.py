"""What is published of a year's forms: wire document ``jiheng.publication/1``.

Only what stands here leaves the house: a field that no card has cannot be published by mistake.
Scores are points, money is yuan, rates are percent, each as the text of an exact decimal number.
"""

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from jiheng.model.audit import Severity


class Part(StrEnum):
    """A part of a card that can be withheld."""

    MONEY = "money"
    GOAL = "goal"
    PROMISES = "promises"
    SCORES = "scores"
    FINDINGS = "findings"


Outcome = Literal["mended", "rectifying", "stands"]
"""What became of a finding: gone from the present version, to be put right by the unit, or still
there."""

Deed = Literal["hand-in", "send-back", "resubmit", "review-department", "recheck", "rectified"]
"""What was done with a form since it was filled in, without who did it."""


class Span(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lowest and the highest score that is possible; the same where there is one."""

    low: str
    high: str


class Spending(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The project's money.

    Attributes:
        initial: budget at the year's beginning.
        budget: budget of the whole year, by which execution is counted.
    """

    initial: str | None = None
    budget: str | None = None
    executed: str | None = None
    rate: str | None = None


class Aim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A goal in words, and what became of it."""

    expected: str | None = None
    actual: str | None = None


class Promise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One indicator: what was promised and what came of it.

    Attributes:
        printed: the unit's own score; ``recomputed`` by the rules.
        is_execution: it is the execution of the budget, which is scored like an indicator.
        is_withheld: it is not published; nothing but its weight stands here.
    """

    level1: str | None = None
    level2: str | None = None
    name: str | None = None
    target: str | None = None
    actual: str | None = None
    weight: str | None = None
    printed: str | None = None
    recomputed: Span | None = None
    reason: str | None = None
    is_execution: bool = False
    is_withheld: bool = False


class Scores(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The total as the unit wrote it, as the rules have it, and as it was reviewed.

    Attributes:
        grade: the unit's own grade; ``grades`` those of the recomputed score.
        rules: name of the rules; ``is_verified`` whether their text was read.
        reviewed: None where nobody reviewed the form item by item.
    """

    printed: str | None = None
    grade: str | None = None
    recomputed: Span | None = None
    grades: tuple[str, ...] = ()
    rules: str
    is_verified: bool
    reviewed: Span | None = None


class Found(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that was found, and what became of it."""

    code: str
    title: str
    message: str
    severity: Severity
    outcome: Outcome


class Done(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that was done with the form on a day (ISO date)."""

    on: str
    deed: Deed


class Card(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One project of a year.

    Attributes:
        version: of the form, as it was reviewed for secrecy.
        check_code: of what is published of the form: what is masked or withheld is no part of it,
            so that nobody can try out by it what it was.
        withheld: parts that are not published.
        masked: how many names and numbers are hidden.
    """

    number: str
    year: int
    project: str
    department: str | None = None
    unit: str
    version: int
    check_code: str
    contact: str | None = None
    money: Spending | None = None
    aims: tuple[Aim, ...] = ()
    promises: tuple[Promise, ...] = ()
    weight: str | None = None
    scores: Scores | None = None
    findings: tuple[Found, ...] = ()
    history: tuple[Done, ...] = ()
    withheld: tuple[Part, ...] = ()
    masked: int = 0


class Publication(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.publication/1",
):
    """The cards of one place and year.

    Attributes:
        edition: counts the packages of this place and year, from 1.
        released_on: ISO date.
    """

    place: str
    year: int
    edition: int
    released_on: str
    cards: tuple[Card, ...]


class PublishedFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of a package by its path in it."""

    path: str
    sha256: str
    size: int


class PublishedForm(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which version of a form a package holds."""

    number: str
    version: int
    check_code: str


class PackageManifest(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.publication-manifest/1",
):
    """What a package holds: every file but this one with its digest, every form with its version.

    Attributes:
        program: version of the program that wrote it.
    """

    program: str
    place: str
    year: int
    edition: int
    released_on: str
    files: tuple[PublishedFile, ...]
    forms: tuple[PublishedForm, ...]
