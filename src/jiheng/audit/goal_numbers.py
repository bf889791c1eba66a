"""Numbers in the text of a goal: amounts reached, counts, shares, and lists of things."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from jiheng.audit.names import share_a_word
from jiheng.quantities.units import match
from jiheng.rulebook.lexicons import goals

_CLAUSE = re.compile(r"[^,。;:!?、\n]+")
_NUMBER = re.compile(r"(?<![\d.])\d+(?:,\d{3})*(?:\.\d+)?")
_REACHED = re.compile(r"([^,。;\n]*?[至到])(\d+(?:\.\d+)?)元")
_ADDED = re.compile(r"(?:增加|提高|上调|增长)(\d+(?:\.\d+)?)元")
_SHARES = re.compile(r"(?<!\d)\d+(?::\d+)+(?!\d)")
_LIST = re.compile(r"[^,。;:、\n]+(?:[、和及与]+[^,。;:、\n]+?)*(?=[,。;:\n]|$)")
_JOINT = re.compile(r"[、和及与]+")
_COUNTED = frozenset({"套", "个", "项", "类", "种", "家", "处", "台"})


class Count(Struct, frozen=True, kw_only=True):
    """A number with its unit in one clause of a goal."""

    clause: str
    text: str
    value: Fraction
    dimension: str


def plain(text: str) -> str:
    """Return a text with half-width digits and punctuation, without blanks."""
    return re.sub(r"[ \t\u3000]+", "", unicodedata.normalize("NFKC", text))


def counts_in(text: str) -> tuple[Count, ...]:
    """Return the counts and rates of a goal, without those that mean other years or a part.

    Example:
        >>> [(count.text, count.dimension) for count in counts_in("全年办班12期，培训120人。")]
        [('12期', '期'), ('120人', 'people')]
    """
    return tuple(_counts(plain(text)))


def _counts(text: str) -> Iterator[Count]:
    for clause in _CLAUSE.findall(re.sub(r"(?<=\d),(?=\d{3})", "", text)):
        if any(word in clause for word in goals().other):
            continue
        for number in _NUMBER.finditer(clause):
            unit = match(clause, number.end())
            if unit is None:
                continue
            yield Count(
                clause=clause,
                text=clause[number.start() : unit.end],
                value=Fraction(number.group()) * Fraction(*unit.unit.scale),
                dimension=unit.unit.dimension,
            )


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
    return tuple(
        Fraction(number)
        for before, number in _REACHED.findall(plain(text))
        if share_a_word(words, before, goals().idle)
    )


def shares_of_increase(text: str) -> tuple[tuple[Fraction, Fraction, str], ...]:
    """Return each share of each increase: the amount, the share in yuan, and the arithmetic.

    Example:
        >>> shares_of_increase("标准提高10元，市、区按2:8分担")[0][2]
        '10元 × 2/10'
    """
    bare = plain(text)
    return tuple(
        (Fraction(added), Fraction(added) * part / sum(parts), f"{added}元 × {part}/{sum(parts)}")
        for added in _ADDED.findall(bare)
        for found in _SHARES.findall(bare)
        for parts in ([int(part) for part in found.split(":")],)
        if sum(parts)
        for part in parts
    )


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
    for found in _LIST.findall(plain(text)):
        members = _JOINT.split(found)
        if len(members) < 3:
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
