"""``report.html``: the forms as they were filed, with what was found beside them."""

from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.page import write_report

__all__ = ["ReportEntry", "write_report"]
