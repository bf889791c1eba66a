"""What a check is, and the three things it can say: fails, passes, or (saying nothing) not mine.

A check is a generator over one scored form. Each comparison that it makes is yielded, as
``fails(...)`` or ``passes(...)``; a check that yields nothing does not apply to the form.
"""

import re
from collections.abc import Callable, Iterator
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from jiheng.model.audit import Mend, RunCell, Severity
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import Phrase, Sum, Told
from jiheng.scoring.scored import ScoredForm


class Outcome(Struct, frozen=True, kw_only=True):
    """One comparison made by a check.

    Attributes:
        failed: False for a comparison that came out right.
        message: which sentence of the check's catalogue entry tells it: ``fails``, ``passes``
            or a variant such as ``fails-blank``; "" for a pass not worth a sentence.
        severity: None takes the check's own.
        mend: None takes the check's own.
        cause: a slip that several checks see; findings of one form that name the same one are
            grouped, though they would be mended at different cells.
        supersedes: None takes the check's own.
    """

    failed: bool
    at: tuple[str, ...]
    mend_at: tuple[str, ...] = ()
    message: str
    values: dict[str, Told]
    printed: Told | None = None
    expected: Told | None = None
    difference: Told | None = None
    severity: Severity | None = None
    mend: Mend | None = None
    law: Citation | None = None
    cause: str | None = None
    supersedes: tuple[str, ...] | None = None


def fails(
    *at: str,
    mend_at: tuple[str, ...] | None = None,
    message: str = "fails",
    printed: Told | None = None,
    expected: Told | None = None,
    difference: Told | None = None,
    severity: Severity | None = None,
    mend: Mend | None = None,
    law: Citation | None = None,
    cause: str | None = None,
    supersedes: tuple[str, ...] | None = None,
    **values: Told,
) -> Outcome:
    """Return a comparison that came out wrong; ``at`` lists every compared cell.

    ``printed``, ``expected`` and ``difference`` are parameters of the sentence too.
    """
    return Outcome(
        failed=True,
        at=at,
        mend_at=at if mend_at is None else mend_at,
        message=message,
        values={**told_of(printed, expected, difference), **values},
        printed=printed,
        expected=expected,
        difference=difference,
        severity=severity,
        mend=mend,
        law=law,
        cause=cause,
        supersedes=supersedes,
    )


def told_of(
    printed: Told | None, expected: Told | None, difference: Told | None
) -> dict[str, Told]:
    """Return what a sentence is given of a comparison; how far two values lie apart has no sign."""
    apart = None if difference is None else _unsigned(difference)
    shown = {"printed": printed, "expected": expected, "difference": apart}
    return {name: told for name, told in shown.items() if told is not None}


def _unsigned(told: Told) -> Told:
    match told:
        case str():
            return told.removeprefix("-")
        case Sum(yuan=yuan):
            return Sum(yuan=abs(yuan))
        case Phrase(key=key, values=values):
            return Phrase(key=key, values=tuple((name, _unsigned(value)) for name, value in values))
        case _:
            return told


def passes(*at: str, message: str = "", **values: Told) -> Outcome:
    """Return a comparison that came out right; give ``message`` where it is worth showing."""
    return Outcome(failed=False, at=at, message=message, values=values)


class RunOutcome(Struct, frozen=True, kw_only=True):
    """One comparison between forms of a run."""

    failed: bool
    at: tuple[RunCell, ...]
    mend_at: tuple[RunCell, ...] = ()
    message: str
    values: dict[str, Told]
    printed: Told | None = None
    expected: Told | None = None
    difference: Told | None = None
    severity: Severity | None = None


FormCheck = Callable[[ScoredForm], Iterator[Outcome]]
RunCheck = Callable[[tuple[ScoredForm, ...]], Iterator[RunOutcome]]

_CODE = re.compile(r"[A-Z]{2}\d{2}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OF_A_RUN = ("CF", "GO", "BU17", "BU18")
"""Groups and codes of checks that look at several forms, or at kinds that only a run has."""
_OF_ONE_FORM = frozenset({"CF17", "CF18"})
"""Those among them that hold one form against its own papers."""

_CURES = ("check-", "no-", "invalid-")


class BadCheck(ValueError):
    """A check is declared wrongly: a mistake in the program, told at import."""


F = TypeVar("F")


class Check(Struct, Generic[F], frozen=True, kw_only=True):
    """A check and what is known of it.

    Attributes:
        code: from the catalogue of checks.
        name: the defect, in words joined by hyphens.
        mend: who can usually mend it.
        reads: the paths of the form that it looks at, without indexes; ``pack`` and ``scores``
            (all that scoring computed) count too.
        sources: why it is a defect.
        supersedes: codes whose findings on the same rows only repeat this one.
    """

    code: str
    name: str
    severity: Severity
    mend: Mend = "unit"
    since: str
    reads: tuple[str, ...]
    sources: tuple[Citation, ...]
    supersedes: tuple[str, ...] = ()
    run: F

    def __post_init__(self) -> None:
        """Refuse a check that a catalogue could not list."""
        if not _CODE.fullmatch(self.code):
            raise BadCheck(f"{self.code}: a code is two letters and two digits")
        if not _NAME.fullmatch(self.name) or self.name.startswith(_CURES):
            raise BadCheck(f"{self.code}: {self.name} does not name a defect")
        if not self.reads or not self.sources:
            raise BadCheck(f"{self.code}: says neither what it reads nor where it comes from")
        if not (getattr(self.run, "__doc__", "") or "").strip():
            raise BadCheck(f"{self.code}: has no docstring for its page")

    @property
    def scope(self) -> Literal["form", "run"]:
        """Whether it looks at one form or at all forms of a run."""
        is_of_one = self.code in _OF_ONE_FORM or not self.code.startswith(_OF_A_RUN)
        return "form" if is_of_one else "run"


def check(
    *,
    code: str,
    name: str,
    severity: Severity,
    since: str,
    reads: tuple[str, ...],
    sources: tuple[Citation, ...],
    mend: Mend = "unit",
    supersedes: tuple[str, ...] = (),
) -> Callable[[F], Check[F]]:
    """Return a decorator that turns a generator into a declared check."""

    def declare(run: F) -> Check[F]:
        return Check(
            code=code,
            name=name,
            severity=severity,
            mend=mend,
            since=since,
            reads=reads,
            sources=sources,
            supersedes=supersedes,
            run=run,
        )

    return declare
