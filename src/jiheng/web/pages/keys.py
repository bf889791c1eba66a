"""Keys of rows as pages send them."""

NOBODY = 0
_LONGEST = 18
"""Digits; a key has no more, and a database takes no longer number."""


def key_in(text: str) -> int:
    """Return the key that a text names; one that no row has where it names none.

    Example:
        >>> key_in("17"), key_in("x"), key_in("9" * 400), key_in("٣")
        (17, 0, 0, 0)
    """
    is_key = text.isascii() and text.isdecimal() and len(text) <= _LONGEST
    return int(text) if is_key else NOBODY
