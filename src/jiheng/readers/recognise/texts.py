"""Free text and labels as the wire documents hold them."""

import re

from jiheng.rulebook.headings import level_word, without_blanks

_CHINESE = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK = re.compile(r"[\v\r]")
_INNER_BREAK = re.compile(rf"(?<=[{_CHINESE}])\x00(?=[{_CHINESE}])")
_BLANKS_IN_NAME = re.compile(r"(?<![!-~])\s+|\s+(?![!-~])")
# As official papers print it: between dashes with blanks, at the foot of each page.
_PAGE_NUMBER = re.compile(r"(?<!\s)\s*(?:[—–]\s*\d{1,3}\s*[—–]|-\s+\d{1,3}\s+-)\s*")
_PAGE_OF = re.compile(r"第\d{1,3}页[,/]?(?:共\d{1,3}页)?")
_ORDINAL = re.compile(r"^\s*指标\s*\d{1,2}\s*(?:[:：.、]|(?=[\u4e00-\u9fff]))\s*")
_OPERATOR_GLYPHS = str.maketrans({"\u00a0": " ", "\u200b": None, "\ufeff": None})


def free_text(text: str) -> str | None:
    r"""Return free text: paragraphs by line ends, broken lines joined, blanks of the source kept.

    Example:
        >>> free_text("按时发放\v养老金"), free_text("-"), free_text(" ")
        ('按时发放养老金', None, None)
    """
    joined = (_join(part) for part in text.translate(_OPERATOR_GLYPHS).split("\n"))
    whole = "\n".join(part for part in joined if part)
    return None if is_blank(whole) else whole


def _join(paragraph: str) -> str:
    if not _BREAK.search(paragraph):
        return paragraph.strip()
    # Split, not matched: blanks before a break that never comes must not be counted over and over.
    lines = _BREAK.split(paragraph.strip(" \t\r\v\u3000"))
    marked = _INNER_BREAK.sub("", "\x00".join(line.strip(" \t") for line in lines))
    return marked.replace("\x00", " ").strip()


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, or only dashes or a stroke."""
    return not text.strip(" \t\n\r\v-—–―─━_/\\\u3000")


def value_text(text: str) -> str | None:
    """Return a value, weight or score as printed, on one line; None for blank or dash."""
    joined = free_text(text)
    return None if joined is None else joined.replace("\n", " ")


def points_text(text: str) -> str | None:
    """Return a weight or score as printed, without 分.

    Example:
        >>> points_text("9.5分"), points_text("—")
        ('9.5', None)
    """
    value = value_text(text)
    return None if value is None else value.removesuffix("分").strip()


def name_text(text: str) -> str:
    """Return an indicator's name without ordinal, page number, and blanks beside Chinese.

    Example:
        >>> name_text("指标1: 电子印章 数量"), name_text("Windows Server 授权")
        ('电子印章数量', 'Windows Server授权')
        >>> name_text("更新渡船— 3 —数量")
        '更新渡船数量'
    """
    flat = _PAGE_NUMBER.sub("", (free_text(text) or "").replace("\n", " "))
    return _BLANKS_IN_NAME.sub("", _ORDINAL.sub("", flat))


def is_page_mark(text: str) -> bool:
    """Whether a line is the number of a page and nothing else.

    Example:
        >>> is_page_mark("— 3 —"), is_page_mark("第 3 页 共 5 页"), is_page_mark("3")
        (True, True, False)
    """
    return bool(_PAGE_NUMBER.fullmatch(text) or _PAGE_OF.fullmatch(without_blanks(text)))


def level_text(text: str) -> str:
    """Return a level heading without points, blanks and decoration.

    Example:
        >>> level_text("产出 指标 (40 分)")
        '产出指标'
    """
    return level_word(text)


_COLON = re.compile("[:：]")


def split_label(text: str, labels: tuple[str, ...]) -> str | None:
    """Return what follows one of the labels and a colon, or None when none leads the text."""
    head, *rest = _COLON.split(text, maxsplit=1)
    if not rest or without_blanks(head) not in labels:
        return None
    return rest[0].strip()
