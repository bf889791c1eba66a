"""Excel workbooks (xlsx), read straight from their parts."""

from jiheng.readers.xlsx.workbook import read_xlsx

__all__ = ["read_xlsx"]
