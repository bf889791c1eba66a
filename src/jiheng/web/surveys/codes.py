"""The codes with which people answer: by chance, on paper only, kept as a keyed hash."""

from hashlib import sha256
from hmac import new as hmac
from secrets import choice

from django.conf import settings

_PURPOSE = b"jiheng.surveys.code/1\n"
_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without those that look like one another on paper: 0 and O, 1 and I and L."""
_LENGTH = 8
_HALF = 4


def new_code() -> str:
    """Return a code as it is printed, one of 31⁸, about 8.5 · 10¹¹: ``7KQM-2WXR``."""
    signs = "".join(choice(_SIGNS) for _ in range(_LENGTH))
    return f"{signs[:_HALF]}-{signs[_HALF:]}"


def plain(typed: str) -> str:
    """Return a code as it was meant, whatever stands between its signs; "" where it is none.

    Example:
        >>> plain(" 7kqm 2wxr"), plain("7KQM-2WX"), plain("７ＫＱＭ－２ＷＸＲ")
        ('7KQM2WXR', '', '7KQM2WXR')
    """
    narrow = (chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign for sign in typed)
    signs = "".join(sign for sign in narrow if sign.isalnum()).upper()
    is_code = len(signs) == _LENGTH and set(signs) <= set(_SIGNS)
    return signs if is_code else ""


def digest_of(typed: str) -> str:
    """Return under what a code is kept: without the server's key nobody can try codes against it.

    A text that is no code has a digest, too, which no slip has.
    """
    key = str(settings.SECRET_KEY).encode()
    return hmac(key, _PURPOSE + plain(typed).encode("ascii"), sha256).hexdigest()


def hidden(address: str) -> str:
    """Return what stands for an address where guesses are counted; it cannot be read back."""
    key = str(settings.SECRET_KEY).encode()
    return hmac(key, b"jiheng.surveys.address/1\n" + address.encode(), sha256).hexdigest()[:32]
