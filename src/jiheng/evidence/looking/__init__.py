"""What papers say of a value where a look is cheap: rows, sums, days, answers."""

from jiheng.evidence.looking.listing import Listing, listing_of
from jiheng.evidence.looking.looks import looks_at, measured_look

__all__ = ["Listing", "listing_of", "looks_at", "measured_look"]
