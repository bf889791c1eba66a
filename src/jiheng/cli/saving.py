"""Files that a command leaves behind; what somebody else made is not written over."""

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
