"""``jiheng.toml``: the findings that somebody let stand."""

from pathlib import Path

import msgspec
from msgspec import Struct

from jiheng.audit.catalogue import FORM_CHECKS
from jiheng.audit.waivers import WaiverRule
from jiheng.rulebook.decoding import fault_of
from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.telling import Telling, cause_of

FILE_NAME = "jiheng.toml"


class BadSettings(Telling):
    """The settings cannot be read; the sentence says what is wrong."""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What ``jiheng.toml`` may hold."""

    waive: tuple[WaiverRule, ...] = ()


def load_settings(folder: Path) -> Settings:
    """Return the settings of a folder; none when it has no file.

    Raises:
        BadSettings: the file is not TOML, holds what nothing reads, or a waiver of an unknown
            check, without reason or without name.
    """
    path = folder / FILE_NAME
    try:
        if not path.is_file():
            return Settings()
        settings = msgspec.toml.decode(path.read_bytes(), type=Settings)
    except OSError as error:
        raise _bad(path, cause_of(error)) from error
    except ValueError as error:
        raise _bad(path, fault_of(error)) from error
    for rule in settings.waive:
        fault = _fault(rule)
        if fault:
            raise _bad(path, phrase(f"cli.{fault}", code=rule.code, project=rule.project))
    return settings


def _bad(path: Path, cause: Told) -> BadSettings:
    return BadSettings(phrase("cli.bad-settings", path=str(path), cause=cause))


def _fault(rule: WaiverRule) -> str | None:
    """Return the key of what is wrong with a waiver, or None."""
    if rule.code not in {check.code for check in FORM_CHECKS}:
        return "waiver-code"
    return None if rule.reason.strip() and rule.by.strip() else "waiver-reason"
