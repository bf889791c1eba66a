"""A row of text as it stands: where it is cut, where it may be cut, and what that costs."""

import re
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from jiheng.rulebook.headings import headings, level2_parents
from jiheng.rulebook.words import operators, qualitative, tiers, units

_OPERATORS = "≥≤><=≧≦═⩾⩽~±＞＜＝"
_DASHES = "-—–―─/"
_ENDS = "。；;！"
_NEVER_FIRST = "。，；、：,:)）]】"
_OPENING, _CLOSING = "(（[【", ")）]】"
_PARAGRAPH = re.compile(r"(?<=</p>)(?=<p>)")
_BESIDE_PARAGRAPH = re.compile(r"(?<=</p>)(?!\s*<|\s*$)|(?<!^)(?<!>)(?=<p>)")
_NUMBERED_AGAIN = re.compile(r"<p>(?:1|一)[.、．]")
_BLANK = re.compile(r"[ \u3000\xa0]+")
_TAG = re.compile(r"<[^<>]*>")
LONGEST_WORDS = 40
"""A longer piece without blanks is prose, cut at the ends of its sentences only."""
MOST_CUTS = 150
"""More places in one row are not weighed."""


class Cut(Struct, frozen=True, kw_only=True, gc=False):
    """A place where a cell may end and another begin.

    Attributes:
        at: where the next cell begins.
        tabs: tabs that stand here: so many columns further; 0 where no tab is left.
        price: what cutting here costs.
        kept: what it costs to leave it inside a cell.
    """

    at: int
    tabs: int = 0
    price: float = 0.0
    kept: float = 0.0


class SoftRow(Struct, frozen=True, kw_only=True):
    """One line of a text.

    Attributes:
        cuts: from its first cell's beginning to its end.
        lead: the column where its first cell stands.
        tail: tabs behind its last cell.
    """

    line: int
    text: str
    cuts: tuple[Cut, ...]
    lead: int
    tail: int

    @property
    def columns(self) -> int:
        """How many columns its tabs make."""
        return self.text.count("\t") + 1

    @property
    def cells(self) -> list[tuple[int, str]]:
        """The cells that its tabs make: column and text."""
        return [(at, text) for at, text in enumerate(self.text.split("\t"))]


AFTER_BLANK, INSIDE_BLANK = 0.0, 0.6
BETWEEN_PARAGRAPHS = 2.5
AT_CHANGE, AT_WORD, BETWEEN_WORDS, IN_NUMBER = 0.6, 0.5, 1.4, 0.8
AT_SENTENCE = 0.6


def soft_row(line: int, text: str) -> SoftRow:
    """Return a line with every place where it may be cut."""
    bare = text.strip("\t \u3000\xa0")
    begin = text.find(bare)
    end = begin + len(bare)
    cuts = [Cut(at=begin, tabs=1)]
    at = begin
    for part in re.split(r"([ \u3000\xa0]*\t[\t \u3000\xa0]*)", bare):
        if "\t" in part:
            cuts.append(Cut(at=at + len(part), tabs=part.count("\t")))
        else:
            cuts += [
                Cut(at=at + cut.at, price=cut.price, kept=cut.kept) for cut in _soft_cuts(part)
            ]
        at += len(part)
    cuts.append(Cut(at=end))
    return SoftRow(
        line=line,
        text=text,
        cuts=_not_too_many(cuts),
        lead=text[:begin].count("\t"),
        tail=text[end:].count("\t"),
    )


def _not_too_many(cuts: list[Cut]) -> tuple[Cut, ...]:
    """Return the cuts, only the surer ones where they would take too long to weigh."""
    for most in (INSIDE_BLANK / 2, float("inf")):
        if len(cuts) > MOST_CUTS:
            first, *inner, last = cuts
            cuts = [first, *(cut for cut in inner if cut.tabs or cut.kept > most), last]
    return tuple(cuts)


def with_blanks_only(row: SoftRow) -> SoftRow:
    """Return a row that may be cut at its blanks only."""
    first, *inner, last = row.cuts
    kept = (cut for cut in inner if cut.tabs or row.text[cut.at - 1].isspace())
    return replace(row, cuts=(first, *kept, last))


def _soft_cuts(piece: str) -> list[Cut]:
    """Return the places inside a piece without tabs where a cell may begin, in order."""
    found: dict[int, Cut] = {}
    for match in _BLANK.finditer(piece):
        found[match.end()] = Cut(at=match.end(), price=AFTER_BLANK, kept=INSIDE_BLANK)
    for match in _BESIDE_PARAGRAPH.finditer(piece):
        found[match.start()] = Cut(at=match.start(), price=AFTER_BLANK, kept=INSIDE_BLANK)
    for match in _PARAGRAPH.finditer(piece):
        again = _NUMBERED_AGAIN.match(piece, match.end())
        price, kept = (AFTER_BLANK, 1.0) if again else (BETWEEN_PARAGRAPHS, 0.0)
        found[match.start()] = Cut(at=match.start(), price=price, kept=kept)
    prices = _between(piece)
    for at, price in prices.items():
        found.setdefault(at, Cut(at=at, price=price))
    return [found[at] for at in sorted(found)]


def _between(piece: str) -> dict[int, float]:
    """Return the prices of cutting between two characters."""
    inside = _inside(piece)
    edges = _word_edges(piece)
    is_long = len(_TAG.sub("", piece)) > LONGEST_WORDS
    prices: dict[int, float] = {}
    for at, (left, right) in enumerate(pairwise(piece), 1):
        if at in inside or right in _NEVER_FIRST or left.isspace() or right.isspace():
            continue
        if at in edges:
            prices[at] = AT_WORD
        elif not (is_long and _kind(left) == _kind(right) == "word"):
            prices[at] = _price(left, right)
    return prices


def _price(left: str, right: str) -> float:
    """Return what a cut between two neighbours costs, by what they are."""
    kinds = _kind(left), _kind(right)
    if kinds == ("digit", "digit"):
        return IN_NUMBER
    if left in _ENDS:
        return AT_SENTENCE
    if left in ":：":
        return 2 * BETWEEN_WORDS
    if kinds == ("word", "word"):
        return BETWEEN_WORDS
    if kinds == ("dash", "dash"):
        return AT_CHANGE
    if kinds[0] == kinds[1]:
        return 2 * BETWEEN_WORDS
    if kinds == ("sign", "digit") or kinds == ("digit", "percent"):
        return 2 * AT_CHANGE
    return AT_CHANGE


@cache
def _kind(sign: str) -> str:
    if sign.isdigit():
        return "digit"
    if sign in "%％":
        return "percent"
    if sign in _OPERATORS:
        return "sign"
    if sign in _DASHES:
        return "dash"
    if sign.isascii() and sign.isalpha():
        return "latin"
    if "\u4e00" <= sign <= "\u9fff":
        return "word"
    return "mark"


def _inside(piece: str) -> set[int]:
    """Return the places inside brackets, tags and numbers with a point."""
    inside: set[int] = set()
    depth = 0
    for at, sign in enumerate(piece):
        if depth:
            inside.add(at)
        depth = max(0, depth + (sign in _OPENING) - (sign in _CLOSING))
    for match in _TAG.finditer(piece):
        inside |= set(range(match.start() + 1, match.end()))
    for match in re.finditer(r"(?<=\d)[.,](?=\d)", piece):
        inside |= {match.start(), match.end()}
    return inside


def _word_edges(piece: str) -> set[int]:
    """Return where words begin that cells begin with, and where words end that cells end with."""
    edges = {match.start() for match in _beginnings().finditer(piece)}
    edges |= {match.start() for match in _before_value().finditer(piece)}
    edges |= {match.end() for match in _after_number().finditer(piece)}
    for match in _endings().finditer(piece):
        edges |= {match.start(), match.end()}
    return edges


@cache
def _endings() -> re.Pattern[str]:
    """Return what matches the words that are a whole cell: headings, labels, levels, 定性."""
    words = headings()
    lists = (*words.columns.values(), *words.money.values(), *words.labels.values())
    whole = {
        *words.levels, *level2_parents(), *words.side, *words.money_lines, *words.money_block,
        *words.texts, *words.goal_block, *words.goal_expected, *words.goal_actual,
        *(word for spelt in lists for word in spelt),
    }  # fmt: skip
    return _any_of({*(word for word in whole if len(word) >= SHORTEST_WHOLE), *_NATURES})


@cache
def _beginnings() -> re.Pattern[str]:
    """Return what matches the words that a value of words begins with."""
    words = qualitative()
    return _any_of({*words.degree, *tiers().verbs, *tiers().adverbs, *tiers().partly})


@cache
def _before_value() -> re.Pattern[str]:
    """Return what matches a worded operator before its number, and a unit or 是 at a piece's end."""
    worded = {word for spelt in operators().before.values() for word in spelt if len(word) > 1}
    unit = rf"(?:{_units()}|是|否)(?=$|[\s≥≤><=])"
    return re.compile(rf"(?:{_any_of(worded).pattern})(?=\d)|(?<=[\u4e00-\u9fff]){unit}")


@cache
def _after_number() -> re.Pattern[str]:
    """Return what matches a number with its unit, before more words."""
    return re.compile(rf"\d(?:{_units()})(?:/(?:{_units()}))?(?:[·*](?:{_units()}))?")


@cache
def _units() -> str:
    listed = units()
    words = {spelt for entry in listed.units for spelt in (entry.unit, *entry.also)}
    words |= set(listed.counted.split())
    return _any_of(words | {f"{scale}{word}" for scale in "万亿" for word in words}).pattern


def _any_of(words: set[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))))


SHORTEST_WHOLE = 3
_NATURES = ("定性", "定量", "正向", "反向", "逆向")
