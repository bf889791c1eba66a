"""What is asked of a Word document of 97 to 2003 before another program opens it."""

from jiheng.formats.compound import CompoundFile
from jiheng.formats.errors import FormatError
from jiheng.rulebook.phrases import phrase

_TEXT = "WordDocument"
_FLAGS, _ENCRYPTED = 0x0B, 0x01


def check_doc(data: bytes) -> None:
    """Refuse a document that is cut short or has a password.

    Another program might show what is left of it and say nothing.

    Raises:
        FormatError: it is so.
    """
    opened = CompoundFile(data)
    streams = {name: opened.stream(name) for name in opened.names}
    text = streams.get(_TEXT, b"")
    if len(text) <= _FLAGS:
        raise FormatError(phrase("format.compound-broken"))
    if text[_FLAGS] & _ENCRYPTED:
        raise FormatError(phrase("format.opening-password"))
