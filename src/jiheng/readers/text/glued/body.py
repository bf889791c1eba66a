"""The indicators of a form that has no separators, cut into rows and cells at the lowest cost."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from jiheng.quantities import parse
from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import INDICATOR_SKIPS, OTHER_SKIP
from jiheng.readers.recognise.header import UNKNOWN
from jiheng.readers.text.glued.agreeing import with_agreeing_values
from jiheng.readers.text.recut.decode import Effort
from jiheng.readers.text.recut.figures import NEVER
from jiheng.readers.text.recut.fits import indicator_fit
from jiheng.readers.text.recut.joints import Cut, soft_row
from jiheng.rulebook.headings import headings, level2_parents, without_blanks

LONGEST_CELL = 80
FEWEST_LINES = 3
"""With so many line ends a body's rows end where its lines do."""
_NEW_ROW, _NOTHING_MORE = 0.2, 0.3
_LEAST, _CHEAPER = 0.1, 0.5
"""Here every cell but the first follows another without separator."""
_AFTER_NUMBER, _INSIDE_LEVEL = 0.3, 6.0
_SAME_AGAIN = -1.0
_NUMBER_IN_WORDS, _LEVEL_AS_NAME = 0.8, 4.0
_LONG_NAME, _BEGINS_WITH_NUMBER = 8, 3.0
_SECOND_NUMBER, _IDLE_NUMBER, _WORDS_BESIDE, _BLANK_PARTS = 1.2, 2.0, 3.0, 1.2
_WORDY = {"name", "reason", "method"}
_VALUES = {"target", "adjusted_target", "actual"}
_CLOSED, _ODD = {"unit", "nature", "operator", "is_core"}, 3.0
"""Columns that hold one of a few words, and what any other costs there."""
_WORDS_AT_SHARE = re.compile(r".%|%.")
_OPEN_END = re.compile(r"[、，,；:：]$")
_OWN_UNIT, _UNENDED, _SPLIT = 0.5, 2.0, 0.5
_VALUE_INSIDE = re.compile(r"(?<![*\d])%|\d{5}|\d%")
_LEVELS = {"side", "level1", "level2"}
_TWICE = re.compile(r"(?=((?:[\u4e00-\u9fff]{1,12}))\1)")
_AT_REPETITION = 0.3
_CHUNK = re.compile(r".*?(?:(?<=[\d%])(?=[\u4e00-\u9fff])|$)", re.DOTALL)
_NUMBERS = re.compile(r"\d+(?:[.,:]\d+)*")
_DATE = re.compile(r"\d[年月]|[-—~至]\d")
_LONG_LEAD = re.compile(r"[\u4e00-\u9fff()（）、]{6,}[\d.,]+$")
_LETTER = re.compile(r"[\u4e00-\u9fff]")
_SENTENCE, _SENTENCE_BESIDE_UNIT = 10, 6
_TOO_MUCH = re.compile(r"\d{4}(?:\.\d+)?%")
_CHOSEN = re.compile(r"\d[是否]$")
_LONG_TAIL = re.compile(r"^\D{0,2}[\d.,]+[\u4e00-\u9fff]{6,}")
_DOTS = re.compile(r"\.{3,}|…+|。{2,}")
_EMPTY_NAMES = re.compile(r"指标\s*[\dL]{1,2}\s*[:：.]\s*(?=指标\s*[\dL]|产出|效益|满意度|[\u4e00-\u9fff\s]{2,8}指标|$)")
"""The names that a template numbers and a form leaves empty."""


def _level_words() -> set[str]:
    """Return the levels that are told from words of a name by their last two characters."""
    words = {*headings().levels, *headings().level1_aliases, *level2_parents()}
    return {word for word in words if word.endswith("指标")}


Row = dict[str, str]
"""The texts of a row by role."""


class _Step(NamedTuple):
    """The last cell of a beginning of the body."""

    cost: float
    column: int
    text: str
    before: "_Step | None"
    is_first: bool


def rows_of_body(text: str, roles: Sequence[str], effort: Effort) -> list[Row]:
    """Return the indicators of a body, each by the roles of its heading."""
    body = _Body(roles, parts_at_blanks=_parts_at_blanks(text))
    plain = text if body.parts_at_blanks else BROKEN.sub("", text)
    pieces = (_EMPTY_NAMES.sub("", piece) for piece in _DOTS.split(plain))
    read = [row for piece in pieces if piece.strip() for row in body.rows(piece)]
    return [with_agreeing_values(row, roles, effort) for row in _with_levels_above(read)]


def _parts_at_blanks(text: str) -> bool:
    """Whether blanks stand between cells, and not only where a narrow cell's line was broken."""
    return len(_NUMBER_APART.findall(text)) > len(_NUMBER_GLUED.findall(text))


BROKEN = re.compile(r"(?<=[\u3000-\u9fff])[ \t\u3000\xa0\n]+(?=[\u3000-\u9fff])")
"""Blanks between two Chinese characters, mostly where a line was broken."""
_NUMBER_APART = re.compile(r"(?<=[\u4e00-\u9fff%])\s+\d")
_NUMBER_GLUED = re.compile(r"(?<=[\u4e00-\u9fff%])\d")


def _with_levels_above(rows: list[Row]) -> list[Row]:
    """Return the rows that name an indicator, with the level of an empty one above."""
    named: list[Row] = []
    carried: Row = {}
    for row in rows:
        if "name" not in row or kind_of(row["name"]) == "empty-name":
            carried = {role: row[role] for role in ("level1", "level2") if role in row} or carried
            continue
        above = {"level1": carried["level1"]} if "level1" in carried else {}
        named.append({**above, **row})
        carried = {}
    return named


class _Body:
    """The columns of a body and what leaving them empty costs."""

    def __init__(self, roles: Sequence[str], *, parts_at_blanks: bool) -> None:
        self.roles = roles
        self.parts_at_blanks = parts_at_blanks
        self.apart = bool({"nature", "operator", "unit"} & set(roles))
        self.echoes = [at for at, role in enumerate(roles) if role in {"actual", "score"}]
        self._fits = lru_cache(maxsize=20_000)(self._fits_of)
        self.before = [0.0, *accumulate(INDICATOR_SKIPS.get(role, OTHER_SKIP) for role in roles)]

    def rows(self, text: str) -> list[Row]:
        """Return the rows of a text at the lowest cost."""
        cuts = _cuts(text, blank_kept=_BLANK_PARTS if self.parts_at_blanks else 0.0)
        if "is_core" in self.roles:
            cuts = _with_cuts_behind_choices(cuts, text)
        best: list[dict[int, _Step]] = [{} for _ in cuts]
        best[0] = {-1: _Step(0.0, len(self.roles) - 1, "", None, False)}
        for begin in range(len(cuts) - 1):
            steps = [*best[begin].values()]
            if steps:
                entries = [self._entry(steps, column) for column in range(len(self.roles))]
                self._extend(text, cuts, begin, entries, best)
        last = min(best[-1].values(), key=lambda step: step.cost + self._rest(step), default=None)
        return _traced(last, self.roles)

    def _extend(
        self,
        text: str,
        cuts: list[Cut],
        begin: int,
        entries: list[tuple[float, bool, _Step]],
        best: list[dict[int, _Step]],
    ) -> None:
        """Add every cell that may begin at a cut, where it is the cheapest in its column."""
        kept = 0.0
        for end in range(begin + 1, len(cuts)):
            cell = text[cuts[begin].at : cuts[end].at].strip()
            if cuts[end].at - cuts[begin].at > LONGEST_CELL:
                return
            before = cuts[begin].price + kept
            for column, fit in self._fits(cell):
                cost, is_first, step = entries[column]
                again = _SAME_AGAIN if step.text == cell and column in self.echoes else 0.0
                if fit + again < NEVER:
                    price = cost + before + fit + again
                    known = best[end].get(column)
                    if known is None or price < known.cost:
                        best[end][column] = _Step(price, column, cell, step, is_first)
            kept += cuts[end].kept

    def _fits_of(self, cell: str) -> list[tuple[int, float]]:
        """Return the columns that may hold a cell, and what it costs there."""
        if not cell:
            return []
        numbers = len(_NUMBERS.findall(cell))
        wordy = _NUMBER_IN_WORDS * numbers + _SECOND_NUMBER * max(0, numbers - 1)
        wordy += _LEVEL_AS_NAME if _LEVEL.fullmatch(cell) else 0.0
        fits = enumerate(self._fit(role, cell, wordy) for role in self.roles)
        return [(at, fit) for at, fit in fits if fit + _SAME_AGAIN < NEVER]

    def _fit(self, role: str, cell: str, wordy: float) -> float:
        if role.startswith(UNKNOWN):
            return _unheaded(cell)
        fit = indicator_fit(role, cell, apart=self.apart)
        if role == "target" and self.apart:
            fit = min(fit, indicator_fit(role, cell, apart=False) + _OWN_UNIT)
        if role in _VALUES:
            fit += _number_odds(cell, apart=self.apart)
        if role in _CLOSED and (fit > _ODD or _WORDS_AT_SHARE.search(cell)):
            return NEVER
        fit += _UNENDED * bool(_OPEN_END.search(cell))
        if role in _WORDY and _VALUE_INSIDE.search(cell):
            fit += _IDLE_NUMBER
        if role == "name" and len(cell) >= _LONG_NAME and kind_of(cell) == "value":
            fit -= _BEGINS_WITH_NUMBER
        return fit + wordy if role in _WORDY else fit

    def _entry(self, steps: list[_Step], column: int) -> tuple[float, bool, _Step]:
        """Return the cheapest way to come to a column: in the same row, or in a new one."""
        inside = [
            (step.cost + self.before[column] - self.before[step.column + 1], False, step)
            for step in steps
            if step.column < column
        ]
        anew = [
            (step.cost + self._rest(step) + _NEW_ROW + self.before[column], True, step)
            for step in steps
        ]
        return min((*inside, *anew), key=lambda entry: entry[0])

    def _rest(self, step: _Step) -> float:
        """Return what the cells missing behind the last one of a row cost."""
        role = self.roles[step.column]
        if role in _LEVELS or (role == "name" and kind_of(step.text) == "empty-name"):
            return _NOTHING_MORE
        return self.before[-1] - self.before[step.column + 1]


_POINTED = re.compile(r"[(（]\s*\d+(?:\.\d+)?\s*分\s*[)）]")
"""The end of a level that says how many points are below it."""
_NUMBER_WITH_UNIT = re.compile(r"(?<=\d)\d+(?:\.\d+)?(?:%|[\u4e00-\u9fff]{1,3}(?=[\d≥≤><=]))")
"""Digits are not likely to be two numbers, of which the second alone has a unit."""


def _with_cuts_behind_choices(cuts: list[Cut], text: str) -> list[Cut]:
    """Return the cuts, those behind a 是 or 否 that follows a number likely."""
    behind = {found.end() for found in _CHOICE.finditer(text)}
    likely = (Cut(at=at, price=_LEAST, kept=_AFTER_NUMBER) for at in behind)
    return sorted((*(cut for cut in cuts if cut.at not in behind), *likely), key=lambda cut: cut.at)


_CHOICE = re.compile(r"(?<=\d)[是否](?=.)")


def _unheaded(cell: str) -> float:
    """Return what a text costs in a column of an unknown heading, which must not swallow rows."""
    return 0.6 + 0.1 * len(cell) + _SECOND_NUMBER * len(_NUMBERS.findall(cell))


def _number_odds(cell: str, *, apart: bool) -> float:
    """Return the price of a value with a number that is not what it is about.

    Args:
        cell: the value.
        apart: operator and unit stand in columns of their own.
    """
    numbers = len(_NUMBERS.findall(cell)) - bool(_DATE.search(cell))
    if numbers < 1:
        return _IDLE_NUMBER * cell.endswith("%")
    is_idle = parse(without_blanks(cell)).kind in {"text", "norm", "qualitative", "tier"}
    beside = sum(bool(odd.search(cell)) for odd in (_LONG_TAIL, _LONG_LEAD, _CHOSEN, _TOO_MUCH))
    letters = len(_LETTER.findall(cell))
    beside += letters >= (_SENTENCE_BESIDE_UNIT if apart else _SENTENCE)
    return _SECOND_NUMBER * (numbers - 1) + _IDLE_NUMBER * is_idle + _WORDS_BESIDE * beside


def _cuts(text: str, *, blank_kept: float) -> list[Cut]:
    """Return where cells may begin; a level is a cell of its own."""
    found: dict[int, Cut] = {}
    is_lined = text.strip().count("\n") >= FEWEST_LINES
    at = 0
    for match in _CHUNK.finditer(text):
        chunk = match[0]
        if not chunk.strip():
            continue
        for cut in soft_row(0, chunk).cuts[1:-1]:
            price = max(_LEAST, cut.price - _CHEAPER)
            kept = cut.kept
            if chunk[cut.at - 1] == "\n" and is_lined:
                kept, price = _INSIDE_LEVEL, 0.0
            elif blank_kept and chunk[cut.at - 1].isspace():
                kept, price = blank_kept, 0.0
            unit = _NUMBER_WITH_UNIT.match(chunk, cut.at)
            price += _SPLIT * (1 + 2 * unit[0].endswith("%")) if unit else 0.0
            found[at + cut.at] = Cut(at=at + cut.at, price=price, kept=kept)
        found[at] = Cut(at=at, price=_LEAST if at else 0.0, kept=_AFTER_NUMBER)
        at += len(chunk)
    for match in _TWICE.finditer(text):
        for edge in (match.start(), match.end(1)):
            if edge not in found or found[edge].price > _AT_REPETITION:
                found[edge] = Cut(at=edge, price=_AT_REPETITION)
    for match in _POINTED.finditer(text):
        found[match.end()] = Cut(at=match.end(), kept=_INSIDE_LEVEL)
    for match in _LEVEL.finditer(text):
        for edge in match.span():
            found[edge] = Cut(at=edge, kept=_INSIDE_LEVEL)
    found.pop(len(text), None)
    return [*(found[at] for at in sorted(found)), Cut(at=len(text))]


_LEVEL = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, _level_words()), key=lambda word: (-len(word), word)))})"
    r"(?:[(（]\d+(?:\.\d+)?分?[)）])?"
)


def _traced(step: _Step | None, roles: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    cells: list[tuple[str, str]] = []
    while step is not None and step.before is not None:
        cells.append((roles[step.column], step.text))
        if step.is_first:
            rows.append(dict(reversed(cells)))
            cells = []
        step = step.before
    return rows[::-1]
