"""Official tables → a PDF file that holds its fonts."""

import msgspec

from jiheng.writers.layout import LaidOut
from jiheng.writers.pdf.printing import printed_form
from jiheng.writers.pdf.typesetter import typeset


def write_pdf(forms: tuple[LaidOut, ...]) -> bytes:
    """Return a PDF file with these forms, each beginning on a new page."""
    printed = tuple(printed_form(laid) for laid in forms)
    return typeset(msgspec.json.encode(printed).decode())
