"""Signs that stand alone in a cell: ≥, =, a stroke.

How large a sign is, how high it stands and how its strokes lean, the network sees by what is
beside it. So it is shown once more between two pictures of a number of its page.
"""

import re
from collections.abc import Iterator, Sequence

from numpy import asarray, hstack

from jiheng.model.document import SURE, Candidate
from jiheng.readers.scan.text.ink import Gray
from jiheng.readers.scan.text.lines import strips_of
from jiheng.readers.scan.text.numerals import LOOKALIKES, as_candidates
from jiheng.readers.scan.text.spelling import Look, Spelling, Strip, folded, spellings

_WIDEST = 1.3
"""In heights of type."""

_STROKES = frozenset("1/lI|丨\\")
_SIGN = re.compile(r"[\d=≥≤><+/%—-]{1,2}")


def is_alone(look: Look, width: float, height: float) -> bool:
    """Whether a line is no more than a sign that cannot be told by itself.

    Args:
        look: what the line says.
        width: of the line.
        height: of its type.
    """
    is_told = look.chance >= SURE and look.text not in _STROKES
    return width <= _WIDEST * height and not is_told


def told_between(signs: Sequence[Gray], number: Gray, text: str) -> list[tuple[Candidate, ...]]:
    """Return what each sign may be, the likeliest first; () for what is none.

    Args:
        signs: pictures of them, as the network takes them.
        number: such a picture of a number that was surely read.
        text: of that number.
    """
    strips = strips_of([asarray(hstack((number, sign, number))) for sign in signs])
    found = (as_candidates([tuple(_between(strip, text))]) for strip in strips)
    return [each if each and _SIGN.fullmatch(each[0].text) else () for each in found]


def _between(strip: Strip, text: str) -> Iterator[Spelling]:
    """Yield the spellings of what stands between two numbers."""
    for each in spellings(folded(strip, LOOKALIKES)):
        whole = "".join(each.text.split())
        if whole.startswith(text) and whole[len(text) :].endswith(text):
            yield Spelling(text=whole[len(text) : -len(text)], chance=each.chance)
