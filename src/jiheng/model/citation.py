"""Where a rule stands."""

from msgspec import Struct


class Citation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One place in one document.

    Attributes:
        title: name or number of the document, such as 财预〔2020〕10号.
        pinpoint: the clause, note or cell in it.
        verified: somebody read this text; False when it is only remembered or inferred.
        url: where it was published, if known.
        places: names of the places whose own form or rule it is; shown for no other place.
    """

    title: str
    pinpoint: str
    verified: bool
    url: str | None = None
    places: tuple[str, ...] = ()

    def holds_in(self, places: tuple[str, ...]) -> bool:
        """Whether it may be cited there: it belongs to no place, or to one of these."""
        return not self.places or not set(self.places).isdisjoint(places)
