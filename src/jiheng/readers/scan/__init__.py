"""Scans and photos → paragraphs, tables and seals. Needs the packages of ``jiheng[scan]``."""

from jiheng.readers.scan.reading import read_leaves, read_scan
from jiheng.readers.scan.views import leaf_on

__all__ = ["leaf_on", "read_leaves", "read_scan"]
