"""A question about several forms: never a verdict, always with its numbers and its forms."""

from typing import Literal

from msgspec import Struct

from jiheng.rulebook.phrases import Phrase, Told, phrase

Kind = Literal[
    "copied-text",
    "own-text-repeated",
    "widespread-text",
    "same-figures",
    "bunched-at-line",
    "average-above-peers",
    "totals-all-alike",
    "unit-cost-apart",
    "target-softened",
]
"""What is asked about, in the order in which it is told."""


class Member(Struct, frozen=True, kw_only=True, gc=False):
    """A place that a question is about.

    Attributes:
        form: position in the register.
        at: path of the cell.
        value: what stands there that is asked about.
    """

    form: int
    at: str
    value: Told


class Question(Struct, frozen=True, kw_only=True):
    """One question.

    Attributes:
        told: its sentence, with the numbers in it.
        members: the places that it is about.
    """

    kind: Kind
    told: Phrase
    members: tuple[Member, ...]


def question(
    kind: Kind, members: tuple[Member, ...], message: str = "asks", **values: Told
) -> Question:
    """Return a question in the words of its kind."""
    told = phrase(f"corpus_audit.{kind}.{message}", **values)
    return Question(kind=kind, told=told, members=members)
