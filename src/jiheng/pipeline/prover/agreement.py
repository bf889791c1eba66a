"""Two packs that score the same form differently."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.audit.facts.score_rule import span
from jiheng.pipeline.prover.fault import TOTAL, Fault
from jiheng.pipeline.prover.probes import Probe, probes
from jiheng.rulebook.pack import Pack, grades_at
from jiheng.scoring.rules import NO_LIMIT
from jiheng.scoring.score import score_form


class Answer(Struct, frozen=True, kw_only=True):
    """What a pack says at one place: points from low to high, and grades."""

    low: int
    high: int
    grades: tuple[str, ...]

    @property
    def text(self) -> str:
        """The points, or the grade where it is what counts; a dash where no limit holds."""
        if self.low >= NO_LIMIT:
            return "—"
        return "/".join(self.grades) or span(self.low, self.high)

    def distance(self, other: "Answer") -> int:
        """Return how far apart two answers are."""
        return abs(self.low - other.low) + abs(self.high - other.high)


def answer(probe: Probe, pack: Pack) -> Answer:
    """Return what the pack says of the score that the probe looks at."""
    scored = score_form(probe.form, pack)
    if probe.law == "grades":
        return Answer(low=0, high=0, grades=grades_at(scored.high or 0, pack.grades.value))
    if probe.cell == TOTAL:
        most = NO_LIMIT if scored.capped is None else scored.capped.most or 0
        return Answer(low=most, high=most, grades=())
    item = next(each for each in scored.items if each.at == probe.cell)
    return Answer(low=item.low or 0, high=item.high or 0, grades=())


def is_for_the_same(first: Pack, second: Pack) -> bool:
    """Whether both packs say that they hold for one place, year and form."""
    same_place = not set(first.places).isdisjoint(second.places)
    same_year = not set(first.years).isdisjoint(second.years)
    looks = {*first.layouts, *first.titles} & {*second.layouts, *second.titles}
    return same_place and same_year and bool(looks)


def disagreements(first: Pack, second: Pack) -> Iterator[Fault]:
    """Yield one fault a law on which two packs differ: the form on which they differ most."""
    widest: dict[str, tuple[Probe, Answer, Answer]] = {}
    for probe in probes(first, second):
        pair = answer(probe, first), answer(probe, second)
        if pair[0] == pair[1]:
            continue
        known = widest.get(probe.law)
        if known is None or known[1].distance(known[2]) < pair[0].distance(pair[1]):
            widest[probe.law] = (probe, *pair)
    severity = "warning" if is_for_the_same(first, second) else "info"
    for law, (probe, one, other) in widest.items():
        yield Fault(
            name="packs-disagree",
            severity=severity,
            about=(law,),
            values={
                "law": law,
                "first": first.id,
                "second": second.id,
                "one": one.text,
                "other": other.text,
            },
            witness=probe.form,
            cells=(probe.cell,),
        )
