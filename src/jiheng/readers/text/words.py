"""Words between blanks, those that make one value together joined.

Pages set a blank between numbers and Chinese, which copies of them keep: ≥23 期, 9 月底前.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise

from jiheng.quantities.units import resolve
from jiheng.readers.recognise.content import kind_of
from jiheng.rulebook.headings import column_role, headings, without_blanks
from jiheng.rulebook.words import operators

Word = tuple[int, str]
"""A line number from 1 and a word."""

FEWEST_ROWS, FEW_WORDS, FEWEST_NUMBERS = 3, 4, 2
_OWN_COLUMNS = {"unit", "nature", "operator"}
"""Where these have columns of their own, signs and units are cells."""
_PIECE = 4
"""A piece of such a heading is no longer."""
_ENDS_IN_DIGIT = re.compile(r"\d$")
_DATE = re.compile(
    r"(?<![\d.])(?:\d{4} ?年(?: ?\d{1,2}(?: ?月(?: ?\d{1,2} ?日)?|$))?"
    r"|\d{1,2} ?月(?: ?\d{1,2} ?日| ?(?=[底末前])))(?: (?=[底末]?前|底))?"
)
"""A date; a line may end in it."""
_ORDINAL = re.compile(r"指标")
_NUMBER_OF = re.compile(r"\d{1,2}[:：.、].*")


def words_of(lines: Iterable[Word], *, is_apart: bool | None = None) -> list[list[Word]]:
    """Return the words of each line.

    Args:
        lines: the lines.
        is_apart: whether signs and units have columns of their own; None to see by the headings.

    Example:
        >>> words_of([(1, "指标 1: 技术培训 ≥23 期 9 月底前 7 7")])
        [[(1, '指标1:'), (1, '技术培训'), (1, '≥23期'), (1, '9月底前'), (1, '7'), (1, '7')]]
    """
    rows = [(number, line.split()) for number, line in lines]
    if is_apart is None:
        is_apart = _has_own_columns([word for _, words in rows for word in words])
    if not is_apart:
        rows = [(number, _with_dates(" ".join(words)).split()) for number, words in rows]
    return [[(number, word) for word in _joined(words, is_apart)] for number, words in rows]


def _has_own_columns(words: list[str]) -> bool:
    """Whether signs or units have a column; its heading may go on in the next word."""
    pairs = (one + then for one, then in pairwise(words) if max(len(one), len(then)) <= _PIECE)
    return any(column_role(word) in _OWN_COLUMNS for word in chain(words, pairs))


def has_rows_of_words(lines: Iterable[Word]) -> bool:
    """Whether several lines hold the words and the points of a row."""
    rows = (line.split() for _, line in lines)
    told = (sum(kind_of(word) == "number" for word in row) for row in rows if len(row) > FEW_WORDS)
    return sum(count >= FEWEST_NUMBERS for count in told) >= FEWEST_ROWS


def _with_dates(line: str) -> str:
    return _DATE.sub(lambda date: date[0].replace(" ", ""), line)


def _joined(words: list[str], is_apart: bool) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and _is_one(joined[-1], word, is_apart):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _is_one(left: str, right: str, is_apart: bool) -> bool:
    if _ORDINAL.fullmatch(left):
        return _NUMBER_OF.fullmatch(right) is not None
    if left in _operators():
        return not is_apart and right[0].isdigit()
    is_value = _ENDS_IN_DIGIT.search(left) is not None and not is_apart
    return is_value and resolve(without_blanks(right)) is not None and not right[0].isascii()


@lru_cache(maxsize=1)
def _operators() -> frozenset[str]:
    spelt = (word for words in operators().before.values() for word in words if len(word) > 1)
    return frozenset((*spelt, *headings().signs))
