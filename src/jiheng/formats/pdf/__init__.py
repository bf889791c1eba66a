"""PDF files → pages of letters and ruling lines."""

from jiheng.formats.pdf.pages import pages_of

__all__ = ["pages_of"]
