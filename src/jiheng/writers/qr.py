"""The check code as a QR picture, for those who scan the stamped paper."""

from io import BytesIO

import segno

_QUIET = 4
"""White modules around the symbol: scanners want as many (ISO/IEC 18004)."""


def qr_svg(code: str) -> bytes:
    """Return the picture as SVG without any size of its own."""
    target = BytesIO()
    _symbol(code).save(
        target, kind="svg", border=_QUIET, xmldecl=False, omitsize=True, svgclass=None
    )
    return target.getvalue()


def qr_png(code: str, scale: int = 8) -> bytes:
    """Return the picture as PNG; ``scale`` is the pixels of a module's side."""
    target = BytesIO()
    _symbol(code).save(target, kind="png", border=_QUIET, scale=scale)
    return target.getvalue()


def _symbol(code: str) -> segno.QRCode:
    # Level Q: the code stays readable under a quarter of a stamp.
    return segno.make_qr(code, error="Q", boost_error=False)
