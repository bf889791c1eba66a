"""``jiheng.toml``: the findings that somebody let stand."""

from pathlib import Path

import msgspec
from msgspec import Struct

from jiheng.audit.waivers import WaiverRule
from jiheng.rulebook.messages import say

FILE_NAME = "jiheng.toml"


class BadSettings(ValueError):
    """The settings cannot be read; the sentence says what is wrong."""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What ``jiheng.toml`` may hold."""

    waive: tuple[WaiverRule, ...] = ()


def load_settings(folder: Path) -> Settings:
    """Return the settings of a folder; none when it has no file.

    Raises:
        BadSettings: the file is not TOML, or holds what nothing reads.
    """
    path = folder / FILE_NAME
    try:
        if not path.is_file():
            return Settings()
        return msgspec.toml.decode(path.read_bytes(), type=Settings)
    except (msgspec.MsgspecError, ValueError, OSError) as error:
        raise BadSettings(say("cli.bad-settings", path=str(path), cause=str(error))) from error
