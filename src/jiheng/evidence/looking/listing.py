"""A table with one thing a row under titles, such as a list of names or of invoices."""

import re

from msgspec import Struct

Row = tuple[str, ...]

_FEWEST_TITLES = 2
_MOST_HEADINGS = 10
"""So many lines may stand above the titles."""
_NUMBER = re.compile(r"[\d.,，%/:年月日\- ]*")
_SUM = re.compile(r"(合计|总计|小计|共计|本页合计|累计|制表|填表|审核|备注|注)[:：]?.*")


class Listing(Struct, frozen=True, kw_only=True):
    """The rows of a list, without its titles and sums.

    Attributes:
        titles: of the columns, without blanks.
        above: the words above the titles: its name, a unit.
    """

    titles: Row
    rows: tuple[Row, ...]
    above: str = ""

    def column(self, index: int) -> tuple[str, ...]:
        """Return the filled cells of a column."""
        return tuple(row[index] for row in self.rows if row[index])


def listing_of(rows: tuple[Row, ...]) -> Listing | None:
    """Return the list that a table is, or None where it has no titles or no rows under them.

    Example:
        >>> listing = listing_of((("领取名单", ""), ("姓名", "金额"), ("甲", "20"), ("合计", "20")))
        >>> listing.titles, listing.rows
        (('姓名', '金额'), (('甲', '20'),))
    """
    clean = tuple(tuple("".join(cell.split()) for cell in row) for row in rows)
    at = next((at for at, row in enumerate(clean[:_MOST_HEADINGS]) if _is_titles(row)), None)
    if at is None:
        return None
    titles = clean[at]
    named = [index for index, title in enumerate(titles) if title]
    kept = tuple(row for row in clean[at + 1 :] if _is_entry(row, titles, named))
    above = "".join(cell for row in clean[:at] for cell in dict.fromkeys(row))
    return Listing(titles=titles, rows=kept, above=above) if kept else None


def _is_titles(row: Row) -> bool:
    filled = [cell for cell in row if cell]
    # A heading merged over all columns stands in each of them.
    return len(set(filled)) >= _FEWEST_TITLES and not any(_NUMBER.fullmatch(it) for it in filled)


def _is_entry(row: Row, titles: Row, named: list[int]) -> bool:
    """Whether a row is one more thing: not a sum, not the titles again, not a signature."""
    if row == titles:
        return False
    filled = [index for index in named if row[index]]
    return 2 * len(filled) >= len(named) and not _SUM.fullmatch(row[filled[0]])
