"""How long each named stage of a run took."""

from collections.abc import Generator
from contextlib import contextmanager
from time import perf_counter


class Timings:
    """Seconds spent in each stage, added up over the forms of a run."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Generator[None]:
        """Add the time of the block to a stage."""
        started = perf_counter()
        try:
            yield
        finally:
            self.add(name, perf_counter() - started)

    def add(self, name: str, seconds: float) -> None:
        """Add what was measured elsewhere to a stage."""
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds
