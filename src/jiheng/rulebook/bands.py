"""Lists of a pack that must cover their range without gap or overlap."""

from itertools import pairwise

from jiheng.model.quantity import PER_UNIT, Tier
from jiheng.rulebook.closure import Range, breaches
from jiheng.rulebook.limits import Ceiling
from jiheng.rulebook.measures import percent, points, words
from jiheng.rulebook.nodes import Node
from jiheng.rulebook.pack import Band, Grade, TierBand

MOST_BANDS = 8
FULL_MARKS = 100_00
NO_END = 10**9
"""Above any share and any score: where the highest range of a list has no end."""

TIERS: tuple[Tier, ...] = ("met", "partly", "unmet")


def tiers(node: Node) -> tuple[TierBand, ...]:
    """Return the three tiers of a qualitative indicator, the highest first.

    The lower end belongs to a tier; the upper end only to the highest, as in 100-80%(含).
    """
    rows = node.items
    if len(rows) != len(TIERS):
        raise node.mistake("three-tiers")
    read = tuple(_tier(row, name) for name, row in zip(TIERS, rows, strict=True))
    for breach in breaches([(each.lowest, each.highest) for each in read], PER_UNIT):
        if breach.kind == "empty":
            rows[breach.index].keys["from"].report("below-to")
        elif breach.index == len(rows):
            rows[-1].report("lowest-tier")
        else:
            rows[breach.index].keys["to"].report("tier-apart")
    return read


def _tier(row: Node, name: Tier) -> TierBand:
    entries = row.only(("tier", "from", "to"))
    if entries["tier"].text != name:
        raise entries["tier"].mistake("should-be", word=name)
    return TierBand(
        tier=name,
        lowest=percent(entries["from"]),
        highest=percent(entries["to"]),
        highest_included=name == TIERS[0],
    )


def bands(node: Node) -> tuple[Band, ...]:
    """Return bands from the highest down; the last one begins at 0%."""
    rows = node.items
    if not 0 < len(rows) <= MOST_BANDS:
        raise node.mistake("rows", most=str(MOST_BANDS))
    read = tuple(_band(row) for row in rows)
    for breach in breaches(band_ranges(read)):
        if breach.kind == "empty":
            rows[breach.index].keys["from"].report("bands-fall")
        else:
            rows[-1].report("lowest-band")
    return read


def _band(row: Node) -> Band:
    entries = row.only(("from", "share"))
    return Band(at_least=percent(entries["from"]), share=percent(entries["share"]))


def band_ranges(read: tuple[Band, ...]) -> list[Range]:
    """Return bands as ranges: each ends where the one written before it begins."""
    uppers = (NO_END, *(band.at_least for band in read))
    return [(band.at_least, upper) for band, upper in zip(read, uppers, strict=False)]


def ceilings(node: Node) -> tuple[Ceiling, ...]:
    """Return ceilings of the total, those of the highest execution rates first."""
    rows = node.items
    if not 0 < len(rows) <= MOST_BANDS:
        raise node.mistake("rows", most=str(MOST_BANDS))
    read = tuple(_ceiling(row) for row in rows)
    for row, (upper, lower) in zip(rows[1:], pairwise(read), strict=True):
        if lower.below >= upper.below or lower.most >= upper.most:
            row.report("ceilings-fall")
    return read


def _ceiling(row: Node) -> Ceiling:
    entries = row.only(("below", "most"))
    return Ceiling(below=percent(entries["below"]), most=points(entries["most"]))


def grades(node: Node) -> tuple[Grade, ...]:
    """Return grades from the highest down; each begins where the next lower one ends."""
    rows = node.items
    if not rows:
        raise node.mistake("lowest-grade")
    read = tuple(_grade(row) for row in rows)
    for breach in breaches(grade_ranges(read)):
        if breach.kind == "empty":
            rows[breach.index].keys["from"].report("below-to")
        elif breach.index == len(rows):
            node.report("lowest-grade")
        else:
            rows[breach.index].keys["to"].report("grade-apart")
    return read


def grade_ranges(read: tuple[Grade, ...]) -> list[Range]:
    """Return grades as ranges of points."""
    return [(each.at_least, NO_END if each.below is None else each.below) for each in read]


def _grade(row: Node) -> Grade:
    entries = row.only(("name", "from", "to"), ("synonyms",))
    upper = points(entries["to"])
    synonyms = entries["synonyms"].items if "synonyms" in entries else ()
    return Grade(
        name=words(entries["name"]),
        at_least=points(entries["from"]),
        below=None if upper >= FULL_MARKS else upper,
        synonyms=tuple(words(word) for word in synonyms),
    )
