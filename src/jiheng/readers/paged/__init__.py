"""Pages of letters and ruling lines → paragraphs and tables."""

from jiheng.readers.paged.blocks import blocks_of

__all__ = ["blocks_of"]
