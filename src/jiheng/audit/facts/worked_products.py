"""Products that are written out in a text: 图书20000册*25元=500000元."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

_SCALES = {"万": 10_000, "亿": 100_000_000, "千": 1_000, "百": 100}
_FACTOR = r"\d{1,15}(?:\.\d{1,6})?%?[万亿千百]?[\u4e00-\u9fffA-Za-z/]{0,8}"
_PRODUCT = re.compile(
    rf"(?<![\d.+\-/÷*×=])({_FACTOR}(?:[*×xX]{_FACTOR}){{1,4}})="
    r"(\d{1,15}(?:\.(\d{1,6}))?)([万亿]?)元(?![\u4e00-\u9fff]?/)"
)
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(%?)([万亿千百]?)")
_TIMES = re.compile(r"[*×xX]")


class WorkedProduct(Struct, frozen=True, kw_only=True):
    """A product as it was written, what it comes to, and what was written as its result.

    Attributes:
        slack: half of the last printed digit of the result, in yuan.
    """

    text: str
    product: Fraction
    printed: Fraction
    slack: Fraction

    @property
    def is_right(self) -> bool:
        """Whether the result is the product, as far as its digits tell."""
        return abs(self.product - self.printed) <= self.slack


def worked_products(text: str) -> Iterator[WorkedProduct]:
    """Yield the products of a text that end in an amount of money.

    Example:
        >>> [(each.text, each.is_right) for each in worked_products("图书20000册*25元=50万元")]
        [('20000册*25元=50万元', True)]
    """
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", unicodedata.normalize("NFKC", text)).replace(" ", "")
    for found in _PRODUCT.finditer(plain):
        product = Fraction(1)
        for factor in _TIMES.split(found.group(1)):
            product *= _value(factor)
        scale = _SCALES.get(found.group(4), 1)
        places = len(found.group(3) or "")
        yield WorkedProduct(
            text=found.group(),
            product=product,
            printed=Fraction(found.group(2)) * scale,
            slack=Fraction(scale, 2 * 10**places) if places or scale > 1 else Fraction(0),
        )


def _value(factor: str) -> Fraction:
    found = _NUMBER.match(factor)
    if found is None:
        return Fraction(0)
    number = Fraction(found.group(1)) * _SCALES.get(found.group(3), 1)
    return number / 100 if found.group(2) else number
