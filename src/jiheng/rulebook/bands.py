"""Lists of a pack that must cover their range without gap or overlap."""

from jiheng.model.quantity import Tier
from jiheng.rulebook.measures import percent, points, words
from jiheng.rulebook.nodes import Node
from jiheng.rulebook.pack import Band, Grade, TierBand

MOST_BANDS = 8
TIERS: tuple[Tier, ...] = ("met", "partly", "unmet")


def tiers(node: Node) -> tuple[TierBand, ...]:
    """Return the three tiers of a qualitative indicator, the highest first.

    The lower end belongs to a tier; the upper end only to the highest, as in 100-80%(含).
    """
    rows = node.items
    if len(rows) != len(TIERS):
        raise node.mistake("应依次写 met、partly、unmet 三档")
    read: list[TierBand] = []
    for name, row in zip(TIERS, rows, strict=True):
        read.append(_tier(row, name, read[-1].lowest if read else 10_000))
    if read[-1].lowest != 0:
        raise rows[-1].mistake("最低一档应到 0% 为止")
    return tuple(read)


def _tier(row: Node, name: Tier, upper: int) -> TierBand:
    entries = row.only(("tier", "from", "to"))
    if entries["tier"].text != name:
        raise entries["tier"].mistake(f"应为 {name}")
    lowest, highest = percent(entries["from"]), percent(entries["to"])
    if highest != upper:
        raise entries["to"].mistake("与上一档不相接：各档之间不能有空隙或重叠，最高一档到 100%")
    if lowest >= highest:
        raise entries["from"].mistake("应低于 to")
    return TierBand(
        tier=name,
        lowest=lowest,
        highest=highest,
        highest_included=name == TIERS[0],
    )


def bands(node: Node) -> tuple[Band, ...]:
    """Return bands from the highest down; the last one begins at 0%."""
    rows = node.items
    if not 0 < len(rows) <= MOST_BANDS:
        raise node.mistake(f"应有 1 至 {MOST_BANDS} 档")
    read: list[Band] = []
    for row in rows:
        entries = row.only(("from", "share"))
        band = Band(at_least=percent(entries["from"]), share=percent(entries["share"]))
        if read and band.at_least >= read[-1].at_least:
            raise entries["from"].mistake("应低于上一档：各档从高到低写，不能重叠")
        read.append(band)
    if read[-1].at_least != 0:
        raise rows[-1].mistake("最低一档应从 0% 开始，否则留有空隙")
    return tuple(read)


def grades(node: Node) -> tuple[Grade, ...]:
    """Return grades from the highest down; each begins where the next lower one ends."""
    rows = node.items
    read: list[Grade] = []
    for row in rows:
        entries = row.only(("name", "from", "to"), ("synonyms",))
        lowest, highest = points(entries["from"]), points(entries["to"])
        if read and highest != read[-1].at_least:
            raise entries["to"].mistake("与上一等次不相接：等次之间不能有空隙或重叠")
        if lowest >= highest:
            raise entries["from"].mistake("应低于 to")
        synonyms = entries["synonyms"].items if "synonyms" in entries else ()
        read.append(
            Grade(
                name=words(entries["name"]),
                at_least=lowest,
                synonyms=tuple(words(word) for word in synonyms),
            )
        )
    if not read or read[-1].at_least != 0:
        raise node.mistake("最低等次应从 0 分开始")
    return tuple(read)
