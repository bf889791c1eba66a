"""The inner side of a program that works apart: one line in, one line out, until there is no more.

It knows nothing of whoever asks, and what a library prints is no answer.
"""

import os
import sys
from collections.abc import Callable
from typing import TypeVar

import msgspec
from msgspec import Struct

from jiheng.formats.apart.limits import Limits, hold_memory, hold_time, peak_memory
from jiheng.formats.apart.memory import settle

MEMORY_SPENT, ANSWER_TOO_LONG = 86, 87
"""Exit codes by which the asker learns why there is no answer."""
GOES_ON, IS_WORN = b"+", b"-"
"""Before each answer: whether the program reads the next file, too, or ends now."""
MOST_ANSWER = 64 << 20
_WORN_AT = 3
"""At this fraction of its memory a program gives way to a fresh one."""

Job = TypeVar("Job")


def serve(work: Callable[[Job], Struct], job: type[Job]) -> None:
    """Do job after job; the limits are the first argument of the program.

    Args:
        work: does one job; it may run out of memory, and raises nothing else.
        job: the type of a job.
    """
    limits = msgspec.json.decode(sys.argv[1], type=Limits)
    settle()
    hold_memory(limits.memory)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        hold_time(limits.cpu_seconds)
        answer = _answer(work, msgspec.json.decode(line, type=job))
        is_worn = peak_memory() > limits.memory // _WORN_AT
        answers.write((IS_WORN if is_worn else GOES_ON) + answer + b"\n")
        answers.flush()
        if is_worn:
            return


def _answer(work: Callable[[Job], Struct], job: Job) -> bytes:
    try:
        answer = msgspec.json.encode(work(job))
    except MemoryError:
        # At once, and without clearing up: there is no memory to do it with.
        os._exit(MEMORY_SPENT)
    if len(answer) > MOST_ANSWER:
        os._exit(ANSWER_TOO_LONG)
    return answer
