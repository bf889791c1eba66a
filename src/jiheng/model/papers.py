"""What was seen of the papers of a form, before it is compared with what the form says.

A paper is read once. What it says of a value changes with the value, and is worked out again.
"""

from typing import Literal

from msgspec import Struct


class ListSeen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a list can say of a value.

    Attributes:
        people: different people or things that its rows name; None where one names none.
        total: sum of its amounts, a decimal number; None where it has none, or one that is not.
        unit: of the sum.
        latest: its last day, ISO.
        content: how many answers are content, first with 基本满意 and then without; empty where it
            has no answers.
        of: how many answers there are.
    """

    rows: int
    people: int | None = None
    total: str | None = None
    unit: str | None = None
    latest: str | None = None
    content: tuple[int, ...] = ()
    of: int = 0


class ValueSeen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value measured in a ledger.

    Attributes:
        measure: id of what was asked.
        feeds: names of the indicators that it is for.
    """

    measure: str
    value: str
    unit: str | None = None
    feeds: tuple[str, ...] = ()


class SurveySeen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The answers of a survey that is closed.

    Attributes:
        content: how many are satisfied.
        of: how many answered, at least one.
        feeds: name of the indicator that it is for.
    """

    content: int
    of: int
    feeds: str


class PaperSeen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was seen of one paper.

    Attributes:
        kind: a document may hold lists; of one that holds none, people can judge; ``waiting``
            where nobody has looked yet.
        measured: where it is the result of a measure.
        survey: where it is the result of a survey.
    """

    kind: Literal["document", "unreadable", "words", "waiting"]
    lists: tuple[ListSeen, ...] = ()
    measured: ValueSeen | None = None
    survey: SurveySeen | None = None

    @property
    def feeds(self) -> tuple[str, ...]:
        """The names of the indicators that a result is for; () of any other paper."""
        if self.survey is not None:
            return (self.survey.feeds,)
        return self.measured.feeds if self.measured is not None else ()


class Attested(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reviewer read a paper: it bears out what the form says.

    Attributes:
        by: the reviewer's name.
        value: what the form said then; of another value nothing was said.
    """

    by: str
    value: str


class RowPaper(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paper of a row.

    Attributes:
        row: ``indicators[3]`` or ``funds.lines[0]``; "" where it is only a factor of a formula.
        name: what the paper is called.
    """

    row: str
    name: str
    seen: PaperSeen
    attested: Attested | None = None


class FormPapers(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The papers of a form.

    Attributes:
        are_asked: who judges the form asks for proof, so that what lacks it is a finding.
    """

    papers: tuple[RowPaper, ...] = ()
    are_asked: bool = False
