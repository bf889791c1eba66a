"""Number formats of a workbook's styles, and values shown by them."""

from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from jiheng.formats.package import Package
from jiheng.formats.xlsx.builtin_formats import BUILTIN_FORMATS, GENERAL
from jiheng.formats.xlsx.calendar import moment_of, serial_of
from jiheng.formats.xlsx.names import names_of
from jiheng.formats.xlsx.number_format import NumberFormat, compile_format, general
from jiheng.formats.xml import parse_xml

# A double holds 15 digits; what stands behind them is noise such as that of 0.1 + 0.2.
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_MAX_PLAIN = 15
_MAX_DIGITS = 7
_TEXT = "@"
_DATE = "yyyy/m/d"


class Styles:
    """Shows values by the number format of their style.

    Attributes:
        is_1904: days are counted from 1904, as old Macs did.
    """

    def __init__(self, codes: tuple[str, ...], *, is_1904: bool) -> None:
        self._codes = codes
        self._is_1904 = is_1904
        # Style as a cell names it → its format, None for General.
        self._known: dict[str | None, NumberFormat | None] = {None: None}

    def number(self, printed: str, style: str | None) -> str:
        """Return a stored number as it is shown; what is no number stays as it is."""
        wanted = self._format(style)
        if wanted is None and printed.isdigit() and len(printed) <= _MAX_PLAIN:
            return printed
        try:
            value = _FIFTEEN.create_decimal(printed.strip())
        except InvalidOperation:
            return printed
        if not value.is_finite():
            return printed
        return general(value) if wanted is None else wanted.number(value, is_1904=self._is_1904)

    def text(self, text: str, style: str | None) -> str:
        """Return a text as it is shown: some formats add words to it or hide it."""
        wanted = self._format(style)
        return text if wanted is None else wanted.text(text)

    def is_text(self, style: str | None) -> bool:
        """Whether whatever is typed into a cell of that style stays text."""
        return style is not None and self._code(style).strip() == _TEXT

    def iso_date(self, printed: str, style: str | None) -> str:
        """Return a date that is stored as ISO text in the format of its cell."""
        try:
            moment = datetime.fromisoformat(printed.strip()).replace(tzinfo=None)
        except ValueError:
            return printed
        wanted = self._format(style)
        chosen = wanted if wanted is not None and wanted.is_date else compile_format(_DATE)
        return chosen.number(serial_of(moment, is_1904=self._is_1904), is_1904=self._is_1904)

    def as_stored(self) -> "Styles":
        """Return styles that show what is stored: no digit rounded away, days as ISO."""
        return _Stored(self._codes, is_1904=self._is_1904)

    def moment(self, value: Decimal, style: str | None) -> datetime | None:
        """Return the moment that a number of that style is; None where it is none."""
        wanted = self._format(style)
        if wanted is None or not wanted.is_date:
            return None
        return moment_of(value, is_1904=self._is_1904)

    def _format(self, style: str | None) -> NumberFormat | None:
        if style not in self._known:
            code = self._code(style or "")
            self._known[style] = None if code == GENERAL else compile_format(code)
        return self._known[style]

    def _code(self, style: str) -> str:
        index = int(style[:_MAX_DIGITS]) if style.isdecimal() else len(self._codes)
        return self._codes[index] if index < len(self._codes) else GENERAL


class _Stored(Styles):
    """Shows what a cell holds, whatever its format makes of it."""

    def number(self, printed: str, style: str | None) -> str:
        """Return a number with the 15 digits that a double holds, or a day and time as ISO."""
        try:
            value = _FIFTEEN.create_decimal(printed.strip())
        except InvalidOperation:
            return printed
        if not value.is_finite():
            return printed
        moment = self.moment(value, style)
        return general(value) if moment is None else moment.isoformat(" ")

    def text(self, text: str, style: str | None) -> str:
        """Return a text as it stands."""
        return text

    def iso_date(self, printed: str, style: str | None) -> str:
        """Return a date that is stored as ISO text as it stands."""
        return printed


def read_styles(package: Package, part: str | None, *, is_1904: bool) -> Styles:
    """Return the number formats by style; all General when the workbook has no styles."""
    if part is None or not package.has(part):
        return Styles((), is_1904=is_1904)
    root = parse_xml(package.read(part), part)
    names = names_of(root, part)
    custom: dict[str, str] = {}
    codes: list[str] = []
    for section in root:
        if section.tag == names("numFmts"):
            custom |= {
                each.get("numFmtId") or "": each.get("formatCode") or GENERAL for each in section
            }
        elif section.tag == names("cellXfs"):
            codes = [each.get("numFmtId") or "0" for each in section]
    return Styles(
        tuple(custom.get(code) or BUILTIN_FORMATS.get(code, GENERAL) for code in codes),
        is_1904=is_1904,
    )
