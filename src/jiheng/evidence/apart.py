"""One job given to a program of its own, with what it may die of in our words."""

from typing import TypeVar

from msgspec import Struct

from jiheng.evidence.errors import NoAnswer
from jiheng.formats.apart.child import Child, Program
from jiheng.rulebook.phrases import phrase

Answer = TypeVar("Answer", bound=Struct)


def done_apart(program: Program[Answer], job: Struct) -> Answer:
    """Return what a program of its own makes of a job.

    Raises:
        NoAnswer: it used more than it may, or was ended.
    """
    child = Child(program)
    try:
        answer = child.ask(job)
    finally:
        child.end()
    if isinstance(answer, str):
        limits = program.limits
        most = {
            "memory": f"{limits.memory >> 20}",
            "cpu": f"{limits.cpu_seconds}",
            "clock": f"{limits.seconds:.0f}",
        }
        raise NoAnswer(phrase(f"proof.died-{answer}", most=most.get(answer, "")))
    return answer
