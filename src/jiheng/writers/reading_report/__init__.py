"""The report of a run's reading as a worksheet and as a page."""

from jiheng.writers.reading_report.page import write_reading_page
from jiheng.writers.reading_report.sheet import write_reading_sheet

__all__ = ["write_reading_page", "write_reading_sheet"]
