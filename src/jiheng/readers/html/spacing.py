"""Blanks of a web page as they print."""

import re

from jiheng.model.document import LINE_BREAK

_RUN = re.compile(r"[ \t\r\n\f]+")
_ROUND_BREAK = re.compile(rf" *{LINE_BREAK} *")
_BLANK_LINE = re.compile(rf"{LINE_BREAK}{LINE_BREAK}+")
_CJK = r"[\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\uff00-\uffef]"
_WRAP_IN_CJK = re.compile(rf"(?<={_CJK})[ \t\r\f]*\n[ \t\r\n\f]*(?={_CJK})")


def lay_out(text: str) -> list[str]:
    r"""Return the paragraphs of a run of text.

    Runs of blanks become one; a line of source that ends between two Chinese characters leaves
    no blank; a blank line (two line breaks) ends a paragraph.

    Example:
        >>> lay_out("保障\n  职工 5  人") , lay_out("a\x0b \x0bb\x0bc")
        (['保障职工 5 人'], ['a', 'b\x0bc'])
    """
    if "\n" in text:
        text = _WRAP_IN_CJK.sub("", text)
    # A no-break blank is kept beside others: that is what it is written for.
    text = _RUN.sub(" ", text.replace("\xad", "").replace("\u200b", "")).replace("\xa0", " ")
    if LINE_BREAK not in text:
        text = text.strip()
        return [text] if text else []
    text = _ROUND_BREAK.sub(LINE_BREAK, text)
    pieces = [piece.strip() for piece in _BLANK_LINE.split(text)]
    return [piece for piece in pieces if piece]
