"""The CF checks, which look at all forms of a run, in reporting order."""

from jiheng.audit.check import Check, RunCheck

CHECKS: tuple[Check[RunCheck], ...] = ()
