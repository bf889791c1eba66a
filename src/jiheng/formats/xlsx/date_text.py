"""Dates and times written by a format."""

from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from jiheng.formats.xlsx.format_tokens import Section, Token

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CHINESE_DAYS = "一二三四五六日"
_CHINESE_DIGITS = "〇一二三四五六七八九"
_TEN = 10
_NOON = 12
_SECONDS_OF = {"h": 3600, "n": 60, "m": 60, "s": 1}
_SHORT_YEAR = 2
_SHORT_NAME, _LETTER = 3, 5


def date_text(moment: datetime, serial: Decimal, section: Section) -> str:
    """Return a moment as a section writes it.

    Args:
        moment: date and time.
        serial: the same as a number of days, for hours that go beyond a day.
        section: the format's section.
    """
    halved = section.has("half")
    return "".join(_piece(token, moment, serial, section, halved) for token in section.tokens)


def _piece(token: Token, moment: datetime, serial: Decimal, section: Section, halved: bool) -> str:
    if token.kind == "date":
        return _date_piece(token.text, moment, halved, section.chinese)
    if token.kind == "elapsed":
        seconds = int((serial * 86_400).to_integral_value(ROUND_HALF_UP))
        return str(seconds // _SECONDS_OF[token.text[0]]).zfill(len(token.text))
    if token.kind == "half":
        words = token.text.split("/")
        return words[moment.hour >= _NOON]
    return token.text


def _date_piece(text: str, moment: datetime, halved: bool, chinese: bool) -> str:
    letter, width = text[0], len(text)
    if letter == "y":
        year = moment.year % 100 if width <= _SHORT_YEAR else moment.year
        return _digitwise(year, width) if chinese else str(year).zfill(2)
    if letter == "a":
        day = _CHINESE_DAYS[moment.weekday()]
        return f"星期{day}" if width > _SHORT_NAME else day
    if letter in "md" and width >= _SHORT_NAME:
        return _name(letter, width, moment)
    if letter == "s" and "." in text:
        return f"{moment.second:02d}" + text[text.index(".") :]
    value = _value(letter, moment, halved)
    return _counted(value) if chinese else str(value).zfill(min(width, 2))


def _value(letter: str, moment: datetime, halved: bool) -> int:
    if letter == "h":
        return (moment.hour % _NOON or _NOON) if halved else moment.hour
    return {"m": moment.month, "d": moment.day, "n": moment.minute, "s": moment.second}[letter]


def _name(letter: str, width: int, moment: datetime) -> str:
    name = _MONTHS[moment.month - 1] if letter == "m" else _DAYS[moment.weekday()]
    if letter == "m" and width == _LETTER:
        return name[0]
    return name[:_SHORT_NAME] if width == _SHORT_NAME else name


def _digitwise(value: int, width: int) -> str:
    digits = str(value).zfill(2 if width <= _SHORT_YEAR else 4)
    return "".join(_CHINESE_DIGITS[int(digit)] for digit in digits)


def _counted(value: int) -> str:
    if value < _TEN:
        return _CHINESE_DIGITS[value]
    tens, ones = divmod(value, _TEN)
    head = "" if tens == 1 else _CHINESE_DIGITS[tens]
    return head + "十" + (_CHINESE_DIGITS[ones] if ones else "")
