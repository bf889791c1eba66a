"""Number formats of Excel taken apart."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

TokenKind = Literal["literal", "digit", "point", "comma", "percent", "exponent", "text", "general",
                    "date", "elapsed", "half", "slash"]  # fmt: skip

_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | [\\!](?P<escaped>.)
    | _.|\*.                                   # room as wide as a letter; filling
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式)
    | (?P<half>AM/PM|A/P|上午/下午)
    | (?P<date>[yY]+|[eE]++(?![+\-])|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?|a{3,4})
    | (?P<exponent>[eE][+\-])
    | (?P<digit>[0\#?])
    | (?P<point>\.)
    | (?P<comma>,)
    | (?P<percent>%)
    | (?P<text>@)
    | (?P<slash>/)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ELAPSED = re.compile(r"[hH]+|[mM]+|[sS]+")
_CURRENCY = re.compile(r"\$([^-]*)(?:-.*)?")
_SYSTEM_DATE = re.compile(r"\$-(?:x-sysdate|F800)", re.IGNORECASE)
_MAX_CODE = 255


class Token(NamedTuple):
    """One piece of a format."""

    kind: TokenKind
    text: str


class Section(NamedTuple):
    """One of the parts between semicolons.

    Attributes:
        condition: comparison and number such as ``(">=", "100")``.
        chinese: numbers are written in Chinese (``[DBNum1]``).
    """

    tokens: tuple[Token, ...]
    condition: tuple[str, str] | None
    chinese: bool

    def has(self, *kinds: TokenKind) -> bool:
        """Whether a piece of one of these kinds is in it."""
        return any(token.kind in kinds for token in self.tokens)


def split_sections(code: str) -> tuple[Section, ...]:
    """Return the sections of a format code, four at most."""
    code = code[:_MAX_CODE]
    if _SYSTEM_DATE.search(code):
        code = 'yyyy"年"m"月"d"日"'
    sections: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            sections.append([])
        else:
            sections[-1].append(match)
    return tuple(_section(matches) for matches in sections[:4])


def _section(matches: list[re.Match[str]]) -> Section:
    condition: tuple[str, str] | None = None
    is_chinese = False
    tokens: list[Token] = []
    for match in matches:
        bracket = match["bracket"]
        if bracket is None:
            tokens += _plain(match)
            continue
        compared = _CONDITION.fullmatch(bracket)
        currency = _CURRENCY.fullmatch(bracket)
        if compared:
            condition = (compared[1], compared[2])
        elif _ELAPSED.fullmatch(bracket):
            tokens.append(Token("elapsed", bracket.lower()))
        elif currency and currency[1]:
            tokens.append(Token("literal", currency[1]))
        is_chinese = is_chinese or bracket.lower() == "dbnum1"
    return Section(tuple(_with_minutes(tokens)), condition, is_chinese)


def _plain(match: re.Match[str]) -> Iterator[Token]:
    group = match.lastgroup
    if group in {"quoted", "escaped", "other"}:
        yield Token("literal", match[group])
    elif group == "date":
        # e is the year in Chinese formats.
        yield Token("date", match[group].lower().replace("e", "y"))
    elif group is not None:
        yield Token(_KINDS[group], match[group])


_KINDS: dict[str, TokenKind] = {
    "general": "general",
    "half": "half",
    "exponent": "exponent",
    "digit": "digit",
    "point": "point",
    "comma": "comma",
    "percent": "percent",
    "text": "text",
    "slash": "slash",
}


def _with_minutes(tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens; m and mm beside hours or seconds become n, minutes."""
    timed = [
        (index, token.text[0])
        for index, token in enumerate(tokens)
        if token.kind in {"date", "elapsed"}
    ]
    minutes = {
        index
        for position, (index, letter) in enumerate(timed)
        if letter == "m"
        and (
            (position > 0 and timed[position - 1][1] == "h")
            or (position + 1 < len(timed) and timed[position + 1][1] == "s")
        )
    }
    for index, token in enumerate(tokens):
        is_minute = index in minutes and token.kind == "date"
        yield Token("date", token.text.replace("m", "n")) if is_minute else token
