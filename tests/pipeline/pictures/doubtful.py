"""A PDF with one reading in doubt: a kind of indicator under the wrong heading."""

from jiheng.corpus.damage.each import with_texts
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.layout import lay_out
from jiheng.writers.pdf import write_pdf
from tests.writers.forms import WATER

DOUBT = "indicators[0].level2"

_LAID = lay_out(WATER, load_layout(WATER.layout))
_PLACES = {path: place for place, path in _LAID.paths.items()}


def doubtful_pdf() -> bytes:
    return write_pdf((with_texts(_LAID, {_PLACES[DOUBT]: "效益指标"}),))
