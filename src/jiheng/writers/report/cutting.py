"""The cell of a finding as it stands on the user's own page."""

from base64 import b64encode
from collections.abc import Container

from msgspec import Struct

from jiheng.model.audit import Finding


class Cutting(Struct, frozen=True, kw_only=True):
    """A piece of a page with a cell framed in it.

    Attributes:
        media: the kind of ``data``, such as ``image/png``.
        width: in pixels.
        height: in pixels.
    """

    data: bytes
    media: str
    width: int
    height: int

    @property
    def address(self) -> str:
        """The picture itself as an address: nothing is loaded."""
        return f"data:{self.media};base64,{b64encode(self.data).decode()}"


def cell_shown(finding: Finding, placed: Container[str]) -> str | None:
    """Return the first cell of a finding that has a place: where it can be mended, if anywhere."""
    return next((path for path in (*finding.mend_at, *finding.at) if path in placed), None)
