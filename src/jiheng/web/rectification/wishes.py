"""What people ask for with a notice of rectification, and with the use of a result."""

from datetime import date

from msgspec import Struct

from jiheng.web.files.models import StoredFile
from jiheng.web.rectification.states import Use


class Wanted(Struct, frozen=True, kw_only=True):
    """One demand: of a finding by its code and cell, or in words."""

    code: str = ""
    path: str = ""
    found: str = ""
    wanted: str = ""


class NoticeWish(Struct, frozen=True, kw_only=True):
    """A notice as somebody would issue it; its general words are the order's reason."""

    due: date
    demands: tuple[Wanted, ...] = ()


class Answer(Struct, frozen=True, kw_only=True):
    """What a unit says to one demand.

    Attributes:
        demand: its key.
        files: proofs that are stored already.
    """

    demand: int
    words: str = ""
    files: tuple[StoredFile, ...] = ()


class Judgement(Struct, frozen=True, kw_only=True):
    """What the office says to one demand in words, with its reason."""

    demand: int
    is_accepted: bool
    words: str = ""


class UseWish(Struct, frozen=True, kw_only=True):
    """What a result advises; the amount in 1/10,000 yuan."""

    use: Use
    amount: int | None = None
