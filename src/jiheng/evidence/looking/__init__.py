"""What papers say of a value where a look is cheap: rows, sums, days, answers."""

from jiheng.evidence.looking.listing import Listing, listing_of
from jiheng.evidence.looking.looks import looks_at, measured_look
from jiheng.evidence.looking.seeing import seen_in

__all__ = ["Listing", "listing_of", "looks_at", "measured_look", "seen_in"]
