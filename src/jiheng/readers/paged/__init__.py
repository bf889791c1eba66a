"""Pages of letters and ruling lines → paragraphs and tables."""

from jiheng.readers.paged.blocks import blocks_of
from jiheng.readers.paged.readable import readable

__all__ = ["blocks_of", "readable"]
