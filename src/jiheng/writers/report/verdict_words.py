"""A form's verdict in words, the same in the report, the list and on the terminal."""

from jiheng.model.audit import Audit
from jiheng.writers.report.voice import Voice


def verdict_words(audit: Audit, voice: Voice) -> str:
    """Return the verdict, and how many findings were let stand.

    Nothing found and everything let stand are not the same: where findings were waived and none
    is left, only their number is told.
    """
    verdict = voice(f"verdict.{audit.verdict}")
    if not audit.waived:
        return verdict
    waived = voice("verdict.waived", count=str(audit.waived))
    return waived if audit.verdict == "clean" else voice("comma").join((verdict, waived))
