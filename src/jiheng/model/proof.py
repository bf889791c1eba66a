"""How strong the proof of each point is: wire document ``jiheng.proofs/1``."""

from enum import StrEnum
from typing import Literal

from msgspec import Struct


class Strength(StrEnum):
    """How far others can satisfy themselves of a value.

    已核验: recomputed from a ledger; 佐证充分: a document says the same; 佐证不足: a document says
    something else, or only people can judge it; 仅有说明: words alone; 无佐证.
    """

    RECOMPUTED = "recomputed"
    SUFFICIENT = "sufficient"
    WEAK = "weak"
    WORDS = "words"
    NONE = "none"


SUPPORTED = frozenset({Strength.RECOMPUTED, Strength.SUFFICIENT})
"""Points with such proof are supported."""

LookKind = Literal[
    "measured",
    "survey",
    "rows",
    "people",
    "sum",
    "latest",
    "share",
    "document",
    "unreadable",
    "words",
    "waiting",
    "attested",
]
"""What was seen of a paper: a value measured in a ledger, the share that a survey gave, how many
rows a list has, how many different people or things they name, the sum of its amounts, its last
date, the share of answers that are content, nothing that could be compared, nothing at all, or
words; nobody has looked yet, or a reviewer read it and says that it bears the value out."""


class Look(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one paper says of a value.

    Attributes:
        paper: its name.
        value: what it says: a decimal number or an ISO date; None where it says nothing.
        unit: of the value.
        of: how many answers a share is of.
        fits: whether the form says the same; None where the two cannot be compared.
        by: the reviewer who read it.
    """

    paper: str
    kind: LookKind
    value: str | None = None
    unit: str | None = None
    of: int | None = None
    fits: bool | None = None
    by: str | None = None


class RowProof(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The proof of one scored row.

    Attributes:
        at: ``indicators[3]`` or ``funds.lines[0]``.
        score: as printed, in points.
    """

    at: str
    strength: Strength
    score: str | None
    looks: tuple[Look, ...] = ()


class MeasuredValue(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value measured in a ledger, whatever row it is about.

    Attributes:
        paper: name of the result.
        measure: id of what was asked.
    """

    paper: str
    measure: str
    value: str
    unit: str | None = None


class FormProofs(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.proofs/1",
):
    """The proof of a form's points.

    Attributes:
        claimed: sum of the printed scores, in points.
        supported: the part of it that rests on ledgers or on documents that were looked into.
        unclaimed: folders and measured values that belong to no row and to no formula.
        measured: every value measured in a ledger that lies among the papers.
    """

    rows: tuple[RowProof, ...]
    claimed: str
    supported: str
    unclaimed: tuple[str, ...] = ()
    measured: tuple[MeasuredValue, ...] = ()

    def of(self, row: str) -> RowProof | None:
        """Return the proof of a row."""
        return next((each for each in self.rows if each.at == row), None)
