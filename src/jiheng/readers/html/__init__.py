"""Web pages, also those that Word, Excel and browsers save, and mail archives of them (MHTML)."""

from jiheng.readers.html.mail import read_mhtml
from jiheng.readers.html.page import read_html

__all__ = ["read_html", "read_mhtml"]
