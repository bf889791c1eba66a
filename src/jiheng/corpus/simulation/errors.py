"""What can go wrong with a simulation."""

from jiheng.rulebook.telling import Telling


class SimulationError(Telling):
    """A simulation that cannot be made; the message is a sentence for whoever asked."""
