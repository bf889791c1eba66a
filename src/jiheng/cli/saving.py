"""Files that a command leaves behind; what somebody else made is not written over."""

import os
from pathlib import Path

from jiheng.cli.exits import usage_error
from jiheng.cli.language import tell
from jiheng.pipeline.naming import called
from jiheng.rulebook.telling import cause_of


def save(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file; leave with a sentence where another one is there or it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not force and path.exists() and path.read_bytes() != data:
            usage_error(tell("not-overwritten", path=called(path)))
        path.write_bytes(data)
    except OSError as error:
        usage_error(tell("unwritable", path=called(path), cause=cause_of(error)))


def save_secret(path: Path, secret: bytes) -> None:
    """Write a secret, readable for its owner alone from the first byte on; never over another."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "wb") as file:
            file.write(secret.hex().encode() + b"\n")
    except FileExistsError:
        usage_error(tell("not-overwritten", path=called(path)))
    except OSError as error:
        usage_error(tell("unwritable", path=called(path), cause=cause_of(error)))
