"""From where on many forms side by side are worth a question: data, with its source."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from jiheng.model.citation import Citation


class CorpusLimits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The least that is asked about.

    Attributes:
        copied_units: units that have a text.
        crowd_fewest: forms within a point of a grade line, on both sides together.
        crowd_deviations: standard deviations by which more forms stand above it than expected.
        crowd_share: percent of these forms that are too many above it.
        average_forms: forms of a unit whose average is looked at.
        peers: units that can be compared.
        spread: median absolute deviations from the median.
        average_points: points by which an average is higher than the median.
        cost_times: times the median, or its inverse.
        figures: rows of two forms with the same name and figure.
        figure_forms: forms that have a figure; in more of them it was given to all.
        lines: of the grades, in points.
    """

    copied_units: int
    crowd_fewest: int
    crowd_deviations: int
    crowd_share: int
    average_forms: int
    peers: int
    spread: int
    average_points: int
    cost_times: int
    figures: int
    figure_forms: int
    lines: tuple[int, ...]
    source: Citation


@cache
def corpus_limits() -> CorpusLimits:
    """Return the limits that hold."""
    text = files("jiheng.rulebook").joinpath("corpus_limits.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=CorpusLimits)
