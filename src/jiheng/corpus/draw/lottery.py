"""The chance: a secret that was committed to, and a public number that nobody could know then.

The office cannot choose the sample, since the number comes after its secret is bound; nobody else
can foresee it, since the secret is opened only with the draw.
"""

from hashlib import sha256
from hmac import compare_digest
from hmac import new as hmac

import msgspec

_BITS = 256
_COMMITTED = b"jiheng.draw/1\n"


def commitment(secret: bytes) -> str:
    """Return what is published of a secret beforehand, as 64 hexadecimal digits."""
    return sha256(_COMMITTED + secret).hexdigest()


def opens(secret: bytes, committed: str) -> bool:
    """Whether a secret is the one that was committed to."""
    return compare_digest(commitment(secret), committed)


def seed_of(secret: bytes, number: str, population_digest: str) -> bytes:
    """Return the 32 bytes that every choice follows from.

    HMAC-SHA-256 of the population's digest; the key is the secret, a line feed and the number.
    """
    key = secret + b"\n" + number.encode()
    return hmac(key, population_digest.encode("ascii"), sha256).digest()


def place_of(seed: bytes, stratum: str, entry: str) -> bytes:
    """Return by which 32 bytes an entry is ordered within its stratum."""
    return _said(seed, "place", stratum, entry)


def below(seed: bytes, stratum: str, bound: int) -> int:
    """Return a stratum's number from 0 up to, not including, a bound, all with the same chance.

    A bound has some 60 bits and the number 256, so that what the division leaves over is nothing.
    """
    return int.from_bytes(_said(seed, "start", stratum)) * bound >> _BITS


def _said(seed: bytes, *words: str) -> bytes:
    # A JSON list keeps the words apart: no two lists of words give the same text.
    return hmac(seed, msgspec.json.encode(words), sha256).digest()
