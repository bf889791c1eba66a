"""What templates and systems did, by who can mend it, in words."""

from msgspec import Struct

from jiheng.model.audit import Mend
from jiheng.web.dashboards.overview import Once, Overview
from jiheng.writers.report.voice import Voice

_MENDS: tuple[Mend, ...] = ("template", "system")


class Told(Struct, frozen=True, kw_only=True):
    """A defect with its title."""

    title: str
    once: Once


def told_once(shown: Overview, language: str) -> tuple[tuple[Mend, tuple[Told, ...]], ...]:
    """Return the defects that are told once, those of templates before those of systems."""
    voice = Voice(language=language)
    return tuple(
        (
            mend,
            tuple(
                Told(title=voice.defect(each.code, each.code), once=each)
                for each in shown.once
                if each.mend == mend
            ),
        )
        for mend in _MENDS
    )
