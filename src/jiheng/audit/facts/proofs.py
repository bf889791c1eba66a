"""What the proof of a row says, in the words of a finding; and what a survey can give at all."""

import re
from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from jiheng.model.proof import Look, RowProof
from jiheng.model.quantity import Quantity
from jiheng.rulebook.phrases import Phrase, phrase
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_DECIMALS = re.compile(r"\d+(?:\.(\d+))?%")
_WHOLE = 10_000
_MOST_ASKED = 10_000
"""Beyond it every figure of two decimals can be given."""


def proven_rows(scored: ScoredForm) -> Iterator[tuple[ScoredIndicator, RowProof]]:
    """Yield the indicators that claim points, each with its proof; nothing where nobody looked."""
    if scored.proofs is None:
        return
    for row in scored.indicators:
        proof = scored.proofs.of(f"indicators[{row.index}]")
        if proof is not None and row.item.printed:
            yield row, proof


def contradiction(proof: RowProof) -> Look | None:
    """Return what says something else than the form, where nothing bears the form out."""
    if any(look.fits for look in proof.looks if look.kind == "measured"):
        return None
    against = [look for look in proof.looks if look.fits is False]
    against.sort(key=lambda look: look.kind != "measured")
    is_borne_out = any(look.fits for look in proof.looks)
    if is_borne_out and not (against and against[0].kind == "measured"):
        return None
    return against[0] if against else None


def look_words(look: Look) -> Phrase:
    """Return what a paper says, to be worded."""
    value = f"{look.value or ''}{look.unit or ''}"
    return phrase(
        f"evidence.look.{look.kind}",
        paper=look.paper,
        value=value,
        of=str(look.of or 0),
        by=look.by or "",
    )


def asked(proof: RowProof) -> int | None:
    """Return how many people a survey asked, where a paper shows it."""
    return max((look.of for look in proof.looks if look.of), default=None)


def can_give(actual: Quantity, people: int) -> bool:
    """Whether so many people can give a share, as it is rounded in the form.

    A share with ≥ can be given by as many as are needed; it says too little to be impossible.

    Example:
        >>> from jiheng.quantities import parse
        >>> can_give(parse("98%"), 50), can_give(parse("98%"), 30), can_give(parse("96.7%"), 30)
        (True, False, True)
    """
    found = _DECIMALS.search(actual.normalised)
    if actual.amount is None or actual.over != 1 or actual.op or not found or people > _MOST_ASKED:
        return True
    step = 10 ** len(found[1] or "")
    share = Fraction(actual.amount, _WHOLE)
    slack = Fraction(1, 200 * step)
    nearest = round(share * people)
    return any(
        share - slack <= Fraction(count, people) < share + slack
        for count in (nearest - 1, nearest, nearest + 1)
        if 0 <= count <= people
    )


def needs_everybody(actual: Quantity, people: int) -> bool:
    """Whether a share with ≥ is reached by so many people only where all of them are content.

    Example:
        >>> from jiheng.quantities import parse
        >>> needs_everybody(parse("≥95%"), 2), needs_everybody(parse("≥95%"), 20)
        (True, False)
    """
    if actual.amount is None or actual.over != 1 or actual.op != "ge":
        return False
    return ceil(Fraction(actual.amount, _WHOLE) * people) == people
