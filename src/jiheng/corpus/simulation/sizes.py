"""Projects by the size of their budget."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from jiheng.corpus.simulation.tally import Column, Key
from jiheng.scoring.kernels.forms import BLANK

BOUNDS = (0, 10_0000, 50_0000, 100_0000, 500_0000, 1000_0000, 10000_0000)
"""Where each size begins, in yuan."""
_CENTS = 100
NAMES = (
    *(f"{low}-{high}" for low, high in pairwise(BOUNDS)),
    f"{BOUNDS[-1]}-",
    None,
)
"""The sizes in yuan, the lower end included; at last that of no known budget."""


def size_key(budgets: Column) -> Key:
    """Return the size of each budget, which is in 1/100 yuan, or BLANK."""
    bounds = np.array(BOUNDS) * _CENTS
    codes: NDArray[np.intp] = np.searchsorted(bounds, budgets, side="right") - 1
    return Key(NAMES, np.where(budgets == BLANK, len(NAMES) - 1, codes))
