"""Whether the parts of a result agree: a value that was typed over follows from nothing."""

from jiheng.evidence.canonical import sha256_of
from jiheng.evidence.errors import NoAnswer
from jiheng.evidence.measures.rounding import value_of
from jiheng.evidence.measures.scaling import factor
from jiheng.model.ledger import Ledger
from jiheng.model.measure import Measured
from jiheng.rulebook.ledgers import LEDGER_IDS, load_ledger
from jiheng.rulebook.proofs import BadMeasure


def agrees(result: Measured) -> bool:
    """Whether a result is of the measure that it names, and its value what the answers come to.

    Over a ledger whose documentation is not ours, and so not at hand, only the first is told.
    """
    measure = result.measure
    if sha256_of(measure) != result.measure_sha256 or not result.exact:
        return False
    if measure.ledger not in LEDGER_IDS:
        return True
    value = computed(result, load_ledger(measure.ledger))
    return result.unit == measure.unit and value == result.value


def computed(result: Measured, ledger: Ledger) -> str | None:
    """Return the value that the exact answers come to; None where they come to nothing."""
    measure = result.measure
    try:
        times = factor(measure.question, measure.unit, ledger)
        return value_of(result.exact, times, measure.places)
    except (BadMeasure, NoAnswer):
        return None
