"""The strata of a plan: which form is in which, and how a sample is spread over them."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from msgspec import Struct

from jiheng.corpus.draw.selection import least_size
from jiheng.rulebook.messages import say
from jiheng.web.lists.models import Figures
from jiheng.web.sampling.models import Basis

_TEN_THOUSAND = 10_000 * 10_000
"""A ten thousand yuan in 1/10,000 yuan."""
_MOST_LIMITS = 8
_MOST_DIGITS = 9


class Part(Struct, frozen=True, kw_only=True):
    """A stratum of the forms as they are now.

    Attributes:
        money: in 1/100 yuan.
        weight: what its forms count with: money, none less than the plan says, or their number.
        least: so many have to be drawn for an interval.
    """

    name: str
    forms: int
    money: int
    weight: int
    least: int


def limits_in(text: str) -> tuple[int, ...] | None:
    """Return the limits of size that somebody typed, in 万元; None where they are no limits.

    Example:
        >>> limits_in("50, 200,1000"), limits_in("200,50"), limits_in("x")
        ((50, 200, 1000), None, None)
    """
    words = [each.strip() for each in text.replace("，", ",").split(",")]
    if len(words) > _MOST_LIMITS or not all(_is_number(each) for each in words):
        return None
    limits = tuple(int(each) for each in words)
    rising = all(low < high for low, high in pairwise((0, *limits)))
    return limits if rising else None


def stratum_of(basis: Basis, limits: tuple[int, ...], department: str, figures: Figures) -> str:
    """Return the stratum of a form; its name is published, so it is Chinese for everybody."""
    match basis:
        case Basis.DEPARTMENT:
            return department
        case Basis.SIZE:
            return _size(limits, figures.budget or 0)
        case Basis.FINDINGS:
            return _findings(figures)
        case Basis.NONE:
            return say("draw.everyone")


def order_of(basis: Basis, limits: tuple[int, ...]) -> tuple[str, ...]:
    """Return the strata in the order in which people expect them; () where names will do."""
    match basis:
        case Basis.SIZE:
            # A money just below each limit, and one above all.
            inside = (*(limit - 1 for limit in limits), limits[-1])
            return tuple(_size(limits, each * _TEN_THOUSAND) for each in inside)
        case Basis.FINDINGS:
            return tuple(say(f"sampling.stratum.{each}") for each in ("errors", "doubts", "clean"))
        case _:
            return ()


def spread(parts: tuple[Part, ...], total: int) -> tuple[int, ...]:
    """Return how many forms of a sample each stratum gives: by its weight, but enough of each.

    No stratum gives more than it has; who lacks most of their share comes first.

    Example:
        >>> many = Part(name="a", forms=90, money=0, weight=900, least=2)
        >>> few = Part(name="b", forms=10, money=0, weight=100, least=3)
        >>> spread((many, few), 20), spread((many, few), 1), spread((many, few), 1000)
        ((17, 3), (2, 3), (90, 10))
    """
    sizes = [each.least for each in parts]
    left = min(total, sum(each.forms for each in parts)) - sum(sizes)
    whole = sum(each.weight for each in parts)
    for _ in range(left):
        open_ = [at for at, each in enumerate(parts) if sizes[at] < each.forms]
        at = max(open_, key=lambda at: (total * parts[at].weight - sizes[at] * whole, -at))
        sizes[at] += 1
    return tuple(sizes)


def parts_of(
    named: Iterable[tuple[str, int]], order: tuple[str, ...], weight: Callable[[int], int]
) -> tuple[Part, ...]:
    """Return the strata of forms, each given by its stratum and its money, in their order.

    Args:
        named: stratum and money of each form.
        order: of the strata; what it does not name follows as it comes.
        weight: what a form with so much money counts with.
    """
    inside: dict[str, list[int]] = {}
    for name, amount in named:
        inside.setdefault(name, []).append(amount)
    first = [each for each in order if each in inside]
    names = (*first, *(each for each in inside if each not in order))
    return tuple(_part(name, inside[name], weight) for name in names)


def _part(name: str, amounts: list[int], weight: Callable[[int], int]) -> Part:
    weights = [weight(each) for each in amounts]
    return Part(
        name=name,
        forms=len(amounts),
        money=sum(amounts),
        weight=sum(weights),
        least=least_size(weights),
    )


def _size(limits: tuple[int, ...], budget: int) -> str:
    below = [limit for limit in limits if budget < limit * _TEN_THOUSAND]
    reached = [limit for limit in limits if budget >= limit * _TEN_THOUSAND]
    if not reached:
        return say("sampling.stratum.below", limit=str(below[0]))
    if not below:
        return say("sampling.stratum.from", limit=str(reached[-1]))
    return say("sampling.stratum.between", low=str(reached[-1]), high=str(below[0]))


def _findings(figures: Figures) -> str:
    name = "errors" if figures.errors else "doubts" if figures.warnings else "clean"
    return say(f"sampling.stratum.{name}")


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) <= _MOST_DIGITS
