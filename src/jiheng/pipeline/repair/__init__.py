"""Suggested corrections: what follows from the rest of a form, and what has to be asked."""

from jiheng.pipeline.repair.causes import repair_form
from jiheng.pipeline.repair.judged import Judge

__all__ = ["Judge", "repair_form"]
