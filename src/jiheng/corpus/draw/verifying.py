"""Draws again from the published paper, and tells what does not fit."""

from enum import StrEnum

from jiheng.corpus.draw.drawing import Draw, Frozen, drawn
from jiheng.corpus.draw.lottery import opens, seed_of
from jiheng.corpus.draw.population import digest


class Misfit(StrEnum):
    """What does not fit, as the key of a sentence."""

    POPULATION = "misfit-population"
    SECRET = "misfit-secret"
    CHOSEN = "misfit-chosen"
    FROZEN = "misfit-frozen"


def verify(paper: Draw, earlier: Frozen | None = None) -> tuple[Misfit, ...]:
    """Return what of a draw does not follow from what was published; () if all does.

    Args:
        paper: the published draw.
        earlier: the frozen population as somebody kept it from before the number appeared.
    """
    frozen = paper.frozen
    secret = _bytes(paper.secret)
    told = list[Misfit]()
    if digest(frozen.population) != frozen.digest:
        told.append(Misfit.POPULATION)
    if secret is None or not opens(secret, frozen.commitment):
        told.append(Misfit.SECRET)
    if earlier is not None and (earlier.digest, earlier.commitment) != (
        digest(frozen.population),
        frozen.commitment,
    ):
        told.append(Misfit.FROZEN)
    seed = seed_of(secret or b"", paper.number, digest(frozen.population))
    if drawn(frozen.population, seed) != paper.chosen:
        told.append(Misfit.CHOSEN)
    return tuple(told)


def _bytes(digits: str) -> bytes | None:
    try:
        return bytes.fromhex(digits)
    except ValueError:
        return None
