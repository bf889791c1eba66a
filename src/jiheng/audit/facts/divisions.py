"""Which counts of a form a share divides, by their names."""

from fractions import Fraction

from msgspec import Struct

from jiheng.audit.facts.counts import is_countable
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.objects import are_about_one_thing, is_one_thing
from jiheng.audit.facts.rates import stem_of_share
from jiheng.audit.facts.words import bare_name
from jiheng.rulebook.relations import relations
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_ACT = 2
"""What is done to the counted stands at the end of a share's name: 学员结业率."""


class Division(Struct, frozen=True, kw_only=True):
    """A count of a part over a count of the whole.

    Attributes:
        is_marked: the name of the whole says that it is one: 应参保人数, 学员总数.
    """

    part: ScoredIndicator
    whole: ScoredIndicator
    is_marked: bool

    @property
    def share(self) -> Fraction:
        """The part over the whole."""
        return (value_of(self.part.actual) or Fraction(0)) / (value_of(self.whole.actual) or 1)


def divisions(rate: ScoredIndicator, scored: ScoredForm) -> tuple[Division, ...]:
    """Return every division that a share may stand for; marked wholes alone where there are any."""
    stem = stem_of_share(rate.row.name)
    if stem is None or len(stem) < _ACT:
        return ()
    roles: dict[str, list[ScoredIndicator]] = {"marked": [], "part": [], "other": []}
    for row in scored.indicators:
        role = _role(row.row.name, stem[-_ACT:], rate.row.name)
        if role and value_of(row.actual) and row.actual.dimension:
            roles[role].append(row)
    return tuple(
        Division(part=part, whole=whole, is_marked=bool(roles["marked"]))
        for part in roles["part"]
        for whole in roles["marked"] or roles["other"]
        if is_countable(part.actual, whole.actual)
    )


def _role(name: str, act: str, rate: str) -> str | None:
    """Return what a row is in a share: its marked whole, its part, or another possible whole."""
    bare = bare_name(name)
    has_act = act in bare
    is_near = are_about_one_thing(name, rate)
    if f"应{act}" in bare or (bare.endswith(relations().whole_endings) and is_near and not has_act):
        return "marked"
    if has_act:
        return "part" if is_one_thing(name, rate) else None
    return "other" if is_near else None
