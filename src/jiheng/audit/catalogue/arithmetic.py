"""The AR checks, in reporting order."""

from jiheng.audit.check import Check, FormCheck
from jiheng.audit.checks.ar01_total_differs import total_differs

CHECKS: tuple[Check[FormCheck], ...] = (total_differs,)
