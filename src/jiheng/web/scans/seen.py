"""What was seen on the pages of a scan: said by the program that reads it, believed by nobody."""

from msgspec import Struct

MOST_BYTES = 50 * 2**20
MOST_PAGES = 50
MOST_PIXELS = 40_000_000
MOST_TEXT = 200_000
"""Caps on one file: far above any stamped form, far below what hurts."""

HEAD = 1024
_PDF, _PICTURES = b"%PDF-", (b"\x89PNG\r\n", b"\xff\xd8\xff")


def is_pdf(head: bytes) -> bool:
    """Whether a file with this beginning is a PDF; a few stray bytes may stand before its mark."""
    return _PDF in head


def is_scan(head: bytes) -> bool:
    """Whether a file with this beginning is of a kind that is looked at."""
    return is_pdf(head) or head.startswith(_PICTURES)


class Look(Struct, frozen=True, kw_only=True):
    """A file to look at: where it lies, in the system's own bytes."""

    path: bytes


class SeenPage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One page.

    Attributes:
        number: of the page, from 1.
        codes: texts of the QR symbols on it.
        text: of the text layer; "" where there is none.
    """

    number: int
    codes: tuple[str, ...] = ()
    text: str = ""


class Seen(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file.

    Attributes:
        refused: key of the sentence why it cannot be read; "" where it can.
    """

    pages: tuple[SeenPage, ...] = ()
    refused: str = ""
