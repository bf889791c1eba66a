"""What cannot be drawn from."""

from jiheng.rulebook.telling import Telling


class UnfitPopulation(Telling):
    """A population, its groups or the paper that it stands in are not fit to draw from."""
