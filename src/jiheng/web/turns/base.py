"""Django's SQLite, whose transactions wait for their turn.

SQLite lets one transaction write at a time, and whoever finds it busy asks again after ever longer
pauses: some come too late again and again (50 clerks at once: 99 of 100 saves within 758 ms, the
longest after 2 s, with half of the machine idle). Here they sleep on a file's lock, and the next
one is woken the moment it is free.
"""

# The stubs know nothing of the steps that a backend is made of.
# pyright: reportAttributeAccessIssue=false, reportUnknownMemberType=false

from contextlib import suppress
from io import FileIO

from django.db.backends.sqlite3 import base

try:
    import fcntl
except ImportError:
    # Windows has no such lock; there SQLite's own waiting has to do.
    fcntl = None

_SUFFIX = ".turn"


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection to the database; its turn lasts from BEGIN to COMMIT or ROLLBACK."""

    _turn: FileIO | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._give_turn()
            raise

    def _commit(self) -> None:
        super()._commit()
        self._give_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self._give_turn()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self._give_turn()

    def _take_turn(self) -> None:
        if fcntl is None or self.is_in_memory_db() or self._turn is not None:
            return
        # A file of its own for each turn: the lock belongs to the opened file, not to the process.
        self._turn = FileIO(f"{self.settings_dict['NAME']}{_SUFFIX}", "a")
        fcntl.flock(self._turn, fcntl.LOCK_EX)

    def _give_turn(self) -> None:
        turn, self._turn = self._turn, None
        if turn is None or fcntl is None:
            return
        with suppress(OSError):
            fcntl.flock(turn, fcntl.LOCK_UN)
        turn.close()
