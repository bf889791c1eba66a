"""A scan looked at by a program of its own, which is ended when it takes too long."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from jiheng.web.scans.seen import HEAD, Seen, is_scan

_SECONDS = 40
_SECRETS = ("DATABASE_URL", "JIHENG_SECRET_KEY")


def look_at_apart(path: Path) -> Seen:
    """Return what was seen in a file, also where the program that looked died of it."""
    with path.open("rb") as file:
        if not is_scan(file.read(HEAD)):
            return Seen(refused="refused.kind")
    environment = {name: value for name, value in os.environ.items() if name not in _SECRETS}
    command = (sys.executable, "-m", "jiheng.web.scans.child", str(path))
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
        return msgspec.json.decode(done.stdout, type=Seen)
    except (subprocess.SubprocessError, msgspec.DecodeError):
        return Seen(refused="refused.too-much")
