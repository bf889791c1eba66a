"""A clerk who types: bursts that are saved every second or two, now and then the whole page."""

import asyncio
import re
from random import Random
from time import perf_counter

import msgspec
from msgspec import Struct, field

from benchmarks.platform_load.browser import Answer, Browser, cells_of
from benchmarks.platform_load.wire import Desk, Kept

_PAGE_EVERY = 12
"""So many saves between two looks at the whole page, about."""
_OK, _CONFLICT, _MOVED = 200, 409, 302
_NUMBER = re.compile(r"\d{1,9}")
_LONGEST = 60
_WORDS = "汛期来得早施工推迟已调整工期培训人数增加资金按进度支付"


class Notes(Struct, kw_only=True):
    """What was measured, in milliseconds, and what went wrong.

    Attributes:
        conflicts: cells that were told apart since somebody else had written there.
        kept: the texts that a cell may hold in the end, by clerk, form and cell.
    """

    saves: list[float] = field(default_factory=list[float])
    pages: list[float] = field(default_factory=list[float])
    errors: list[str] = field(default_factory=list[str])
    conflicts: int = 0
    kept: dict[tuple[str, str, str], tuple[str, ...]] = field(
        default_factory=dict[tuple[str, str, str], tuple[str, ...]]
    )

    def all_kept(self) -> tuple[Kept, ...]:
        """Return every cell that has to be there, with what its writers may have left in it."""
        cells: dict[tuple[str, str], tuple[str, ...]] = {}
        for (_, number, path), texts in self.kept.items():
            cells[number, path] = (*cells.get((number, path), ()), *texts)
        return tuple(
            Kept(number=number, path=path, texts=texts) for (number, path), texts in cells.items()
        )


class _Apart(Struct, frozen=True):
    path: str
    now: str | None = None


class _Told(Struct, frozen=True):
    """What of a save's answer a clerk needs."""

    apart: tuple[_Apart, ...] = ()


class Clerk:
    """One person at one form."""

    def __init__(self, port: int, desk: Desk, notes: Notes) -> None:
        self._browser = Browser(port)
        self._desk = desk
        self._notes = notes
        self._dice = Random(desk.username)
        self._seen: dict[str, str] = {}

    async def begin(self) -> bool:
        """Log in and open the form; whether that worked."""
        answer = await self._browser.log_in(self._desk.username, self._desk.password)
        if answer.status != _MOVED:
            self._wrong("log-in", answer)
            return False
        page = await self._look()
        shown = cells_of(page.body)
        self._seen = {path: shown[path] for path in self._desk.cells if path in shown}
        if not self._seen:
            self._wrong("no open cell", page)
        return bool(self._seen)

    async def work(self, until: float) -> None:
        """Type until a moment of the clock, or until the server is gone."""
        await asyncio.sleep(self._dice.random() * 1.5)
        while perf_counter() < until:
            started = perf_counter()
            is_page = self._dice.randrange(_PAGE_EVERY) == 0
            try:
                await (self._look() if is_page else self._type())
            except (OSError, asyncio.IncompleteReadError) as error:
                self._notes.errors.append(f"{self._desk.username}: {error!r}")
                break
            times = self._notes.pages if is_page else self._notes.saves
            times.append((perf_counter() - started) * 1000)
            await asyncio.sleep(1 + self._dice.random())
        await self._browser.close()

    async def _look(self) -> Answer:
        page = await self._browser.page(f"/forms/{self._desk.number}/")
        if page.status != _OK:
            self._wrong("page", page)
        return page

    async def _type(self) -> None:
        """Save one or two cells; what somebody else wrote meanwhile is seen, and typed over next."""
        paths = self._dice.sample(
            sorted(self._seen), min(len(self._seen), self._dice.randint(1, 2))
        )
        changes = {path: self._text(self._seen[path]) for path in paths}
        for path, text in changes.items():
            self._note(path, text)
        answer = await self._browser.save(
            self._desk.number,
            [{"path": path, "old": self._seen[path], "new": changes[path]} for path in paths],
        )
        if answer.status not in {_OK, _CONFLICT}:
            self._wrong("save", answer)
            return
        told = msgspec.json.decode(answer.body, type=_Told)
        theirs = {each.path: each.now or "" for each in told.apart}
        self._notes.conflicts += len(theirs)
        for path, text in changes.items():
            self._settle(path, theirs.get(path), text)

    def _note(self, path: str, text: str) -> None:
        """A text was sent: from now on it may be there."""
        key = (self._desk.username, self._desk.number, path)
        self._notes.kept[key] = (*self._notes.kept.get(key, (self._seen[path],)), text)

    def _settle(self, path: str, theirs: str | None, mine: str) -> None:
        """A text was acknowledged, or refused for what somebody else had written."""
        key = (self._desk.username, self._desk.number, path)
        self._seen[path] = mine if theirs is None else theirs
        # Where another's text stands, that one answers for the cell.
        self._notes.kept[key] = (mine,) if theirs is None else (theirs,)

    def _text(self, now: str) -> str:
        number = _NUMBER.search(now)
        if number is not None:
            other = str(max(1, int(number[0]) + self._dice.randint(-9, 9)))
            return f"{now[: number.start()]}{other}{now[number.end() :]}"
        start = self._dice.randrange(len(_WORDS))
        return (now + _WORDS[start : start + 6])[-_LONGEST:]

    def _wrong(self, what: str, answer: Answer) -> None:
        self._notes.errors.append(f"{self._desk.username}: {what} {answer.status}")
