"""Official tables → an Excel file, one worksheet a form."""

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from jiheng.writers.layout import LaidOut
from jiheng.writers.xlsx.pen import Pen
from jiheng.writers.xlsx.sheet import FormSheet
from jiheng.writers.xlsx.table import write_form

CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The date in the file's properties, always the same so that the bytes are."""


FONT = {"font_name": "宋体", "font_size": 11}
"""The font by whose digits the columns are measured: what Chinese Excel has anyway."""


def write_xlsx(*forms: LaidOut) -> bytes:
    """Return an Excel file with these forms."""
    target = BytesIO()
    # The library writes into what it is given.
    book = Workbook(target, {"in_memory": True, "default_format_properties": {**FONT}})
    book.set_properties({"created": CREATED})
    pen = Pen(book)
    for number, laid in enumerate(forms, 1):
        sheet = book.add_worksheet(f"自评表{number}", FormSheet)
        write_form(sheet, laid, pen)
    book.close()
    return target.getvalue()
