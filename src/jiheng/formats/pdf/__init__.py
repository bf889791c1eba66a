"""PDF files → pages of letters and ruling lines."""

from jiheng.formats.pdf.pages import PicturedPage, pages_of

__all__ = ["PicturedPage", "pages_of"]
