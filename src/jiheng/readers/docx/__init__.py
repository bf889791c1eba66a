"""Word documents (docx), read straight from their parts."""

from jiheng.readers.docx.story import read_docx

__all__ = ["read_docx"]
