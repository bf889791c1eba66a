"""What stands for a person outside of the unit: a keyed code, or a masked text."""

import hmac

from jiheng.evidence.errors import EvidenceError
from jiheng.rulebook.phrases import phrase

LEAST_KEY = 16
"""Bytes of a key; fewer could be guessed."""
_SHOWN = 2
_LONG = 8
_MASK = "*"


def checked_key(data: bytes) -> bytes:
    """Return the key that a file holds: its bytes without the blanks around them.

    Raises:
        EvidenceError: there are too few.
    """
    key = data.strip()
    if len(key) < LEAST_KEY:
        raise EvidenceError(phrase("proof.short-key", least=str(LEAST_KEY)))
    return key


def code(key: bytes, *texts: str) -> str:
    """Return the HMAC-SHA256 of texts, in hexadecimal: the same for the same, under one key.

    Example:
        >>> code(b"sixteen bytes or", "P1")[:16]
        'd51e0045d1808b9e'
    """
    # Each with its length: two texts never run together into another two.
    said = "".join(f"{len(text)}:{text}" for text in texts)
    return hmac.digest(key, said.encode(), "sha256").hex()


def masked(text: str) -> str:
    """Return a text with all but its ends hidden; of a short one, such as a name, all but its head.

    Example:
        >>> masked("张三丰"), masked("520200199001011234"), masked("")
        ('张**', '52**************34', '')
    """
    if len(text) < _LONG:
        return text[:1] + _MASK * (len(text) - 1)
    return text[:_SHOWN] + _MASK * (len(text) - 2 * _SHOWN) + text[-_SHOWN:]
