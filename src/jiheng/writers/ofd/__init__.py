"""Pages → an OFD file (GB/T 33190-2016); the same pages give the same bytes."""

from jiheng.writers.ofd.book import write_ofd

__all__ = ["write_ofd"]
