"""Ledgers of the systems that the forms name, made up from a seed and marked so."""

from jiheng.corpus.ledgers.generator import NoSuchSystem, told
from jiheng.corpus.ledgers.scene import Planted, Rates, Row, Wish
from jiheng.corpus.ledgers.systems import SYSTEMS
from jiheng.corpus.ledgers.targets import SheetFull
from jiheng.corpus.ledgers.writing import KINDS, Truth, sample_ledger

__all__ = [
    "KINDS",
    "SYSTEMS",
    "NoSuchSystem",
    "Planted",
    "Rates",
    "Row",
    "SheetFull",
    "Truth",
    "Wish",
    "sample_ledger",
    "told",
]
