"""Labels and their values that a narrow cell broke, put together again."""

from itertools import pairwise

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.money import money_label
from jiheng.readers.text.narrow.widths import width_of
from jiheng.readers.text.stream.words import Token, begins_block, is_heading
from jiheng.rulebook.headings import label_of

MOST_LINES = 3
"""A name of a project or of a unit is broken over no more."""
_LABELLED = {"total", "conclusion", None}
_WORDS = {"words", "level-like", "prose"}
_PAIR = 2


def with_whole_labels(words: list[Token]) -> list[Token]:
    """Return words, those of one label or of one value behind a label joined.

    Example:
        >>> words = [(1, "项目名称"), (1, "公路养护"), (2, "工程"), (3, "主管部门"), (3, "县局")]
        >>> [text for _, text in with_whole_labels([*words, (4, "其中:财政拨"), (5, "款")])]
        ['项目名称', '公路养护工程', '主管部门', '县局', '其中:财政拨款']
    """
    joined: list[Token] = []
    at = 0
    while at < len(words):
        end = _end_of_value(words, at) if _follows_label(joined) else _end_of_label(words, at)
        joined.append((words[at][0], "".join(text for _, text in words[at:end])))
        at = end
    return joined


def _follows_label(joined: list[Token]) -> bool:
    return bool(joined) and label_of(joined[-1][1]) not in _LABELLED


def _end_of_label(words: list[Token], at: int) -> int:
    """Return where a line of the money block ends whose label goes on in the next line."""
    pair = words[at : at + 2]
    if len(pair) < _PAIR or pair[0][0] == pair[1][0]:
        return at + 1
    whole = "".join(text for _, text in pair)
    is_one = money_label(whole) is not None and money_label(pair[1][1]) is None
    return at + 2 if is_one and money_label(pair[0][1]) != money_label(whole) else at + 1


def _end_of_value(words: list[Token], at: int) -> int:
    """Return where a value ends that the next label follows; behind one word, if none does."""
    for end in range(at + 1, min(at + MOST_LINES + 1, len(words))):
        text = words[end][1]
        if begins_block(text) or is_heading(text):
            return end if _is_broken(words[at:end]) else at + 1
    return at + 1


def _is_broken(words: list[Token]) -> bool:
    """Whether words have a line each, none wider than the one above."""
    return all(kind_of(text) in _WORDS for _, text in words) and all(
        above != line and width_of(upper) >= width_of(lower)
        for (above, upper), (line, lower) in pairwise(words)
    )
