"""Text in Word's XML."""

from html import escape

from jiheng.model.document import LINE_BREAK
from jiheng.writers.characters import printable


def run(text: str) -> str:
    r"""Return a run with this text, ``\v`` as a line break; nothing for no text.

    Example:
        >>> run("≤5元")
        '<w:r><w:t xml:space="preserve">≤5元</w:t></w:r>'
    """
    if not text:
        return ""
    pieces = escape(printable(text), quote=False).split(LINE_BREAK)
    inner = "<w:br/>".join(_preserved(piece) for piece in pieces)
    return f"<w:r>{inner}</w:r>"


def _preserved(text: str) -> str:
    return "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in text.split("\t"))
