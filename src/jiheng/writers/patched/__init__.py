"""The user's own file with corrected values in it: only the cells that were named change."""

from jiheng.writers.patched.edits import Patched, RefusedEdit
from jiheng.writers.patched.patch import patch

__all__ = ["Patched", "RefusedEdit", "patch"]
