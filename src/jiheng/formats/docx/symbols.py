"""Characters of symbol fonts (``w:sym`` and the private area) as Unicode."""

import re

_PRIVATE = re.compile("[\uf020-\uf0ff]")
_LOW_BYTE = 0xFF

_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "·",
    0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0x2D: "−", 0x57: "Ω", 0x6D: "μ",
    0x53: "Σ", 0xD5: "∏", 0xE5: "∑", 0xD6: "√",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○",
    0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
} | {0x81 + index: chr(ord("①") + index) for index in range(10)}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●",
    0xA2: "■", 0xA3: "□",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(font: str, code: int) -> str:
    """Return the character that a font draws for a code, the code itself when not known.

    Example:
        >>> symbol("Symbol", 0xF0B3), symbol("Wingdings 2", 0xF052), symbol("SimSun", 0x2265)
        ('≥', '☑', '≥')
    """
    drawn = _FONTS.get(font.lower(), {}).get(code & _LOW_BYTE)
    is_coded = drawn is not None and (code <= _LOW_BYTE or _PRIVATE.match(chr(code)) is not None)
    return drawn if is_coded and drawn is not None else chr(code)


def has_private(text: str) -> bool:
    """Whether a text holds characters that only a symbol font can tell."""
    return _PRIVATE.search(text) is not None


def translate(text: str, font: str) -> str:
    """Return the text with its private characters as the font draws them."""
    return _PRIVATE.sub(lambda match: symbol(font, ord(match[0])), text)
