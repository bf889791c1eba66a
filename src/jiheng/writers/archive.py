"""Zip files whose bytes depend on their parts alone."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The oldest date that a zip file can hold."""

_UNIX = 3
_READABLE = 0o644 << 16


def pack(parts: tuple[tuple[str, str | bytes], ...]) -> bytes:
    """Return a zip file with parts of these names and contents, in this order."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts:
            info = ZipInfo(name, FIRST_DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = _UNIX
            info.external_attr = _READABLE
            archive.writestr(info, content)
    return target.getvalue()
