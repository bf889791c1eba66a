"""A simulation as a page that is read, and as tables that are computed with."""

from jiheng.writers.simulation.page import write_simulation
from jiheng.writers.simulation.sheet import write_summary

__all__ = ["write_simulation", "write_summary"]
