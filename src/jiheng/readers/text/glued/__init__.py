"""Forms printed as one run of characters: every separator between their cells is lost."""

from jiheng.readers.text.glued.sections import rows_of_glued

__all__ = ["rows_of_glued"]
