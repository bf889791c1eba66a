"""The generators of all systems, by the id of their ledger."""

from jiheng.corpus.ledgers.systems.funds import FUNDS_AND_CARDS
from jiheng.corpus.ledgers.systems.insurance import INSURANCE
from jiheng.corpus.ledgers.systems.office import OFFICE
from jiheng.corpus.ledgers.systems.pensions import PENSIONS
from jiheng.corpus.ledgers.systems.services import SERVICES
from jiheng.corpus.ledgers.systems.system import System

__all__ = ["SYSTEMS", "System"]

SYSTEMS = (*INSURANCE, *PENSIONS, *FUNDS_AND_CARDS, *SERVICES, *OFFICE)
"""Every system whose ledger comes with Jiheng."""
