"""Scans and photos → paragraphs, tables and seals. Needs the packages of ``jiheng[scan]``."""

from jiheng.readers.scan.reading import read_scan

__all__ = ["read_scan"]
