"""The secret of a draw: worked out from the server's key when it is needed, and stored nowhere.

A copy of the database or a backup of it tells nobody the secret; whoever has both it and the key
can work it out. Where the key was changed meanwhile, the commitment shows it, and the draw can
only be made void.
"""

from hashlib import sha256
from hmac import new as hmac
from secrets import token_hex

from django.conf import settings

_PURPOSE = b"jiheng.sampling.secret/1\n"


def new_nonce() -> str:
    """Return what a new draw's secret is worked out from."""
    return token_hex(32)


def secret_of(nonce: str) -> bytes:
    """Return the secret of a draw, 32 bytes that nobody can tell from chance without the key."""
    key = str(settings.SECRET_KEY).encode()
    return hmac(key, _PURPOSE + nonce.encode("ascii"), sha256).digest()
