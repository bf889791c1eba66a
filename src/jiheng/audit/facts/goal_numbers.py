"""Numbers in the text of a goal: amounts reached, counts, shares, and lists of things."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from jiheng.audit.facts.names import share_a_word
from jiheng.model.quantity import Operator
from jiheng.quantities import operators
from jiheng.quantities.units import match
from jiheng.rulebook.lexicons import goals
from jiheng.rulebook.phrases import Told, phrase

# A run of 30 digits is no figure of anybody, and thousands of them cannot be computed with.
_CLAUSE = re.compile(r"[^,。;:!?、\n]+")
_NUMBER = re.compile(r"(?<![\d.第])(?![\d.,]{30})\d+(?:,\d{3})*(?:\.\d+)?")
_REACHED = re.compile(r"[至到](?![\d.]{30})(\d+(?:\.\d+)?)元")
_BEFORE = 40
"""How far before an amount its subject may stand in the clause."""

_AFTER = 80
"""How far after an increase its shares may be named."""

_OF_EACH = re.compile(r"各(?![类项种级个地乡镇村县市区部界族年科室行业单])[^\d各]{0,10}$")
"""各购置1台, 各1台: the number is of each, not of all; 各类培训5期 is of all."""

_REACHES = ("达", "达到")
_ADDED = re.compile(r"(?:增加|提高|上调|增长)(?![\d.]{30})(\d+(?:\.\d+)?)元")
_SHARES = re.compile(r"(?<!\d)\d{1,9}(?::\d{1,9})+(?!\d)")
_PIECE = re.compile(r"[^,。;:!?\n]+")
_JOINT = re.compile(r"[、和及与]+")
_FEWEST = 3
"""Two joined words are seldom a list that somebody counted."""

_COUNTED = frozenset({"套", "个", "项", "类", "种", "家", "处", "台"})


class Count(Struct, frozen=True, kw_only=True):
    """A number with its unit in one clause of a goal.

    Attributes:
        bound: the words beside it name a bound, as in 不低于95%.
        is_sure: False for a number of other years, of a part, or of each of many; it may be what
            an indicator measures, but proves nothing where it differs.
    """

    clause: str
    text: str
    value: Fraction
    dimension: str
    bound: Operator | None
    is_sure: bool

    def holds(self, value: Fraction) -> bool:
        """Whether a result is what the text says: the number, or within its bound."""
        if self.bound in {"ge", "gt"}:
            return value >= self.value
        return value <= self.value if self.bound in {"le", "lt"} else value == self.value


def plain(text: str) -> str:
    """Return a text with half-width digits and punctuation, without blanks."""
    return re.sub(r"[ \t\u3000]+", "", unicodedata.normalize("NFKC", text))


def counts_in(text: str) -> tuple[Count, ...]:
    """Return the counts and rates of a goal; those of other years or of a part are not sure.

    Example:
        >>> [(count.text, count.dimension) for count in counts_in("全年办班12期，培训120人。")]
        [('12期', '期'), ('120人', 'people')]
    """
    return tuple(_counts(plain(text)))


def _counts(text: str) -> Iterator[Count]:
    for clause in _CLAUSE.findall(re.sub(r"(?<=\d),(?=\d{3})", "", text)):
        is_other = any(word in clause for word in goals().other)
        for number in _NUMBER.finditer(clause):
            unit = match(clause, number.end())
            if unit is None or _is_date(number.group(), clause[number.end() : unit.end]):
                continue
            yield Count(
                clause=clause,
                text=clause[number.start() : unit.end],
                value=Fraction(number.group()) * Fraction(*unit.unit.scale),
                dimension=unit.unit.dimension,
                bound=_bound(clause, number.start(), unit.end),
                is_sure=not is_other and not _OF_EACH.search(clause[: number.start()]),
            )


def _is_date(number: str, unit: str) -> bool:
    """Whether a number with its unit is a day of the calendar, 2023年 or 11月, and no duration."""
    return unit in {"月", "日", "号"} or (unit == "年" and len(number) == len("2023"))


def _bound(clause: str, start: int, end: int) -> Operator | None:
    """Return the operator whose words stand before a number or behind its unit.

    What a result 达到 is the number itself.
    """
    ahead = clause[:start]
    before = None if ahead.endswith(_REACHES) else operators.before(ahead)[1]
    return operators.counting(before, operators.after(clause, end)[1])


def is_about(count: Count, name: str) -> bool:
    """Whether a count's clause speaks of what an indicator of this name measures."""
    if count.dimension == "ratio":
        return name.endswith(("率", "度")) and name[-3:] in count.clause
    return share_a_word(name, count.clause, goals().idle)


def levels_reached(text: str, words: str) -> tuple[Fraction, ...]:
    """Return the amounts of yuan to which something of these words is raised.

    Example:
        >>> [str(level) for level in levels_reached("最低标准由88元提高至93元", "最低标准提高至")]
        ['93']
    """
    bare = plain(text)
    return tuple(
        Fraction(found.group(1))
        for found in _REACHED.finditer(bare)
        if share_a_word(words, _clause_before(bare, found.start()), goals().idle)
    )


def _clause_before(text: str, end: int) -> str:
    pieces = _PIECE.findall(text[max(0, end - _BEFORE) : end])
    return pieces[-1] if pieces else ""


def shares_of_increase(text: str) -> tuple[tuple[Fraction, Fraction, Told], ...]:
    """Return each share of each increase: the amount, the share in yuan, and the arithmetic.

    Example:
        >>> from jiheng.rulebook.messages import worded
        >>> worded(shares_of_increase("标准提高10元，市、区按2:8分担")[0][2])
        '10元 × 2/10'
    """
    bare = plain(text)
    return tuple(
        (Fraction(added), Fraction(added) * part / sum(parts), _share(added, part, sum(parts)))
        for found in _ADDED.finditer(bare)
        for added in (found.group(1),)
        for parts in (_next_shares(bare, found.end()),)
        if sum(parts)
        for part in parts
    )


def _share(added: str, part: int, parts: int) -> Told:
    return phrase("words.share-of-increase", added=added, part=f"{part}/{parts}")


def _next_shares(text: str, start: int) -> list[int]:
    """Return the shares by which an increase is borne, where they are named soon after it."""
    found = _SHARES.search(text, start, start + _AFTER)
    return [int(part) for part in found.group().split(":")] if found else []


def listed_things(text: str, name: str) -> int | None:
    """Return how many things of an indicator a goal lists; None for an open list or none.

    A list is closed when every member ends with the same word of the name, and 等 does not follow.

    Example:
        >>> listed_things("对收费系统、挂号系统和药房系统提供运维", "运维系统数量")
        3
        >>> listed_things("对收费系统、挂号系统、药房系统等提供运维", "运维系统数量") is None
        True
    """
    nouns = {name[at : at + 2] for at in range(len(name) - 1)} - goals().idle
    for piece in _PIECE.findall(plain(text)):
        members = _JOINT.split(piece)
        if len(members) < _FEWEST:
            continue
        for noun in nouns:
            *first, last = members
            head, _, rest = last.partition(noun)
            is_closed = bool(head) and rest[:1] not in {"等", "", "之"}
            if is_closed and noun in last and all(member.endswith(noun) for member in first):
                return len(members)
    return None


def is_counted(dimension: str | None) -> bool:
    """Whether a dimension is a measure word for things that a text can list."""
    return dimension in _COUNTED
