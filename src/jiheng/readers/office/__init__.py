"""Old Word files and their like, turned by LibreOffice into what our own readers read."""

from jiheng.readers.office.conversion import OldKind, converted, converted_all
from jiheng.readers.office.program import office_program

__all__ = ["OldKind", "converted", "converted_all", "office_program"]
