"""``python -m tests.formats.apart.mischief``: a program that does what a bad file might bring about."""

import os
import signal
import sys
import time
from pathlib import Path

from msgspec import Struct

from jiheng.formats.apart.child import Program
from jiheng.formats.apart.limits import Limits
from jiheng.formats.apart.serving import MOST_ANSWER, serve


class Deed(Struct, frozen=True, kw_only=True):
    """What to do; ``at`` is a file that remembers whether it was done."""

    do: str
    at: str = ""


class Done(Struct, frozen=True, kw_only=True):
    """What the program has to say, and which process it is."""

    said: str
    process: int


LIMITS = Limits(memory=768 << 20, cpu_seconds=5, seconds=30)
MISCHIEF = Program(module="tests.formats.apart.mischief", answer=Done, limits=LIMITS)


def act(deed: Deed) -> Done:
    """Do it, and say what is left to say."""
    return Done(said=DEEDS[deed.do](deed) or "", process=os.getpid())


def _once(deed: Deed) -> str:
    if not Path(deed.at).exists():
        Path(deed.at).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def _chatter(_: Deed) -> str:
    sys.stdout.write("a library's warning\n")
    os.write(1, b"another\n")
    return "done"


DEEDS = {
    "nothing": lambda _: "done",
    "abort": lambda _: os.abort(),
    "die": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    "die once": _once,
    "sleep": lambda _: time.sleep(600),
    "hoard": lambda _: str(len(bytearray(1 << 30))),
    "fatten": lambda _: str(len(b"1" * (300 << 20))),
    "babble": lambda _: "x" * MOST_ANSWER,
    "chatter": _chatter,
    "environment": lambda _: " ".join(sorted(os.environ)),
}


if __name__ == "__main__":
    serve(act, Deed)
