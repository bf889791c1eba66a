"""Web archives (MHTML): pages packed as the parts of a mail."""

import email
from collections.abc import Iterator
from email.message import Message

from jiheng.formats.charset import decode_page
from jiheng.formats.errors import FormatError
from jiheng.formats.limits import CellBudget
from jiheng.formats.tables import Part, blocks_of
from jiheng.model.document import Block
from jiheng.readers.html.page import parts_of_text
from jiheng.rulebook.phrases import phrase

_MAX_BOUNDARIES = 20
"""Each may nest the mail one level deeper; an archive needs one."""


def read_mhtml(data: bytes) -> tuple[Block, ...]:
    """Return the blocks of all pages of the archive in order."""
    return blocks_of(page_in_mail(data))


def page_in_mail(data: bytes) -> Iterator[Part]:
    """Yield paragraphs and tables of all pages of the archive."""
    if data.lower().count(b"boundary=") > _MAX_BOUNDARIES:
        raise FormatError(phrase("format.mail-nested", most=str(_MAX_BOUNDARIES)))
    budget = CellBudget()
    for part in email.message_from_bytes(data).walk():
        # The list of sheet names at the foot of a workbook is no content.
        if part.get_content_type() == "text/html" and not _is_tab_strip(part):
            yield from parts_of_text(_text(part), budget)


def _is_tab_strip(part: Message) -> bool:
    return "tabstrip" in str(part.get("Content-Location", "")).lower()


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    charset = part.get_param("charset")
    declared = charset if isinstance(charset, str) else None
    return decode_page(payload, declared) if isinstance(payload, bytes) else ""
