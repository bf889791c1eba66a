"""The user's own docx, xlsx or PDF with each finding as a comment at its cell."""

from jiheng.writers.annotated.annotate import Annotated, annotate
from jiheng.writers.annotated.note import AUTHOR

__all__ = ["AUTHOR", "Annotated", "annotate"]
