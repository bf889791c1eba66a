"""The ID checks, in reporting order."""

from jiheng.audit.check import Check, FormCheck

CHECKS: tuple[Check[FormCheck], ...] = ()
