"""A form's key: 64 bits that stand for it in columns."""

from hashlib import sha256


def key_of(form_id: str, source: str = "") -> int:
    """Return the first 8 bytes of a hash as a signed whole number.

    Args:
        form_id: the form's id: 48 bits of its file's hash, too few to tell millions apart.
        source: sha256 of its file.

    Example:
        >>> key_of("9f3a01bc77de-2") == key_of("9f3a01bc77de-2", "9f3a01bc77de00")
        False
    """
    digest = sha256(f"{form_id} {source}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
