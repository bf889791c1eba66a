"""A row of text as it stands: where it is cut, where it may be cut, and what that costs."""

import re
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from jiheng.readers.text.recut.edges import word_edges

_OPERATORS = "≥≤><=≧≦═⩾⩽~±＞＜＝"
_DASHES = "-—–―─/"
_ENDS = "。；;！"
_NEVER_FIRST = "。，；、：,:)）]】"
_OPENING, _CLOSING = "(（[【", ")）]】"
_PARAGRAPH = re.compile(r"(?<=</p>)(?=<p>)")
_BESIDE_PARAGRAPH = re.compile(r"(?<=</p>)(?!\s*<|\s*$)|(?<!^)(?<!>)(?=<p>)")
_NUMBERED_AGAIN = re.compile(r"<p>(?:1|一)[.、．]")
# Not inside a run of blanks: a run without a tab behind it would be tried from each of its blanks.
_AT_TABS = re.compile(r"((?<![ \u3000\xa0])[ \u3000\xa0]*\t[\t \u3000\xa0]*)")
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
UNLIKELY = 2 * BETWEEN_WORDS
_PRICES = {
    ("digit", "digit"): IN_NUMBER,
    ("word", "word"): BETWEEN_WORDS,
    ("dash", "dash"): AT_CHANGE,
    ("sign", "digit"): 2 * AT_CHANGE,
    ("digit", "percent"): 2 * AT_CHANGE,
}
"""What stands on both sides of a cut → its price."""


def soft_row(line: int, text: str) -> SoftRow:
    """Return a line with every place where it may be cut."""
    bare = text.strip("\t \u3000\xa0")
    begin = text.find(bare)
    end = begin + len(bare)
    cuts = [Cut(at=begin, tabs=1)]
    at = begin
    for part in _AT_TABS.split(bare):
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
    edges = word_edges(piece)
    is_long = len(_TAG.sub("", piece)) > LONGEST_WORDS
    prices: dict[int, float] = {}
    for at, (left, right) in enumerate(pairwise(piece), 1):
        if at in inside or right in _NEVER_FIRST or left.isspace() or right.isspace():
            continue
        if at in edges or (left in ":：" and at - 1 in edges):
            prices[at] = AT_WORD
        elif not (is_long and _kind(left) == _kind(right) == "word"):
            prices[at] = _price(left, right)
    return prices


def _price(left: str, right: str) -> float:
    """Return what a cut between two neighbours costs, by what they are."""
    if left in _ENDS:
        return AT_SENTENCE
    if left in ":：":
        return UNLIKELY
    kinds = _kind(left), _kind(right)
    return _PRICES.get(kinds, UNLIKELY if kinds[0] == kinds[1] else AT_CHANGE)


@cache
def _kind(sign: str) -> str:
    if sign.isdigit():
        return "digit"
    if sign.isascii() and sign.isalpha():
        return "latin"
    if "\u4e00" <= sign <= "\u9fff":
        return "word"
    kinds = (("percent", "%％"), ("sign", _OPERATORS), ("dash", _DASHES))
    return next((kind for kind, signs in kinds if sign in signs), "mark")


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
