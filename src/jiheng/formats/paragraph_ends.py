r"""Which line ends inside one spreadsheet cell end a paragraph, and which only wrap.

Clerks press Alt+Enter both to begin a new point and to fit words into a narrow column.
"""

import re

from jiheng.model.document import LINE_BREAK

_STOP = re.compile(r"[。；;！!？?：:][”’）)】》」』\s]*$")
_ITEM = re.compile(
    r"""\s*(?:
        \d{1,3}(?:[、）)]|[.．](?!\d))          # 2、  2)  2.  but not 2.5
      | [（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]
      | [一二三四五六七八九十]{1,3}、
      | 第[一二三四五六七八九十]{1,3}[，,、：:]
      | [①-⑳]
      | (?:目标|指标|任务)\s*\d{1,3}\s*[：:]
    )""",
    re.VERBOSE,
)


def mark_paragraphs(text: str) -> str:
    r"""Return the text with ``\n`` where a paragraph ends and ``\v`` where the line only wraps.

    A line end wraps unless it stands after a stop or a colon, before an item number, or at a
    blank line. Blank lines vanish.

    Example:
        >>> mark_paragraphs("完成制卡；\n2.完成\n发放")
        '完成制卡；\n2.完成\x0b发放'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in text:
        return text
    lines = text.strip("\n").split("\n")
    pieces = [lines[0]]
    is_after_blank = False
    for line in lines[1:]:
        if not line.strip():
            is_after_blank = True
            continue
        is_end = is_after_blank or is_paragraph_end(pieces[-1], line)
        pieces += ["\n" if is_end else LINE_BREAK, line]
        is_after_blank = False
    return "".join(pieces)


def is_paragraph_end(above: str, below: str) -> bool:
    """Whether a paragraph ends between two lines: after a stop or before an item number.

    Example:
        >>> is_paragraph_end("完成制卡；", "发放到位"), is_paragraph_end("完成", "2.5万张")
        (True, False)
    """
    return _STOP.search(above) is not None or _ITEM.match(below) is not None
