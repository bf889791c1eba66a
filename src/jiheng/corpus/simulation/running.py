"""A simulation over a whole corpus, in one pass."""

from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from operator import add
from pathlib import Path

from jiheng.corpus.coded.batches import Batch
from jiheng.corpus.engines.running import Engine, run
from jiheng.corpus.simulation import batching, listing
from jiheng.corpus.simulation.batching import KEYS, simulate_batch
from jiheng.corpus.simulation.errors import SimulationError
from jiheng.corpus.simulation.listing import FormsFile, forms_table
from jiheng.corpus.simulation.plan import Plan
from jiheng.corpus.simulation.preparing import Prepared, Wish
from jiheng.corpus.simulation.reckoning import step_of
from jiheng.corpus.simulation.tally import Tally
from jiheng.corpus.store.layout import MANIFEST, Arrow
from jiheng.corpus.store.opening import Corpus
from jiheng.model.simulation import Simulation
from jiheng.rulebook.phrases import phrase

Tallies = tuple[Tally, ...]


def simulated(
    corpus: Corpus, wish: Wish, prepared: Prepared, forms: Path, engine: Engine | None = None
) -> Simulation:
    """Return what a change of the rules would do to a corpus.

    Args:
        corpus: the forms.
        wish: what is asked for.
        prepared: the rules that it means.
        forms: where the file of all forms goes; a sweep leaves none.
        engine: as in ``engines.running.run``.

    Raises:
        SimulationError: the corpus has no forms.
        CorpusError: a file of it is missing or broken.
    """
    plan = prepared.plan
    found = tallied(corpus, plan, engine) if wish.sweep else listed(corpus, plan, forms, engine)
    values = [each.text for each in wish.sweep] or [None]
    return Simulation(
        corpus=corpus.folder.resolve().name,
        manifest_sha256=sha256((corpus.folder / MANIFEST).read_bytes()).hexdigest(),
        made_up=corpus.manifest.made_up,
        before=prepared.before,
        after=prepared.after,
        grades=plan.grades,
        parameter=wish.sweep[0].path if wish.sweep else None,
        steps=tuple(
            step_of(value, whole, KEYS, plan.grades)
            for value, whole in zip(values, found, strict=True)
        ),
    )


def tallied(corpus: Corpus, plan: Plan, engine: Engine | None = None) -> Tallies:
    """Return the sums of all forms, for each of the plan's rules after.

    Raises:
        SimulationError: the corpus has no forms.
        CorpusError: a file of it is missing or broken.
    """
    return summed(run(corpus, partial(_tallies, plan=plan), batching.FACTS, engine))


def listed(corpus: Corpus, plan: Plan, path: Path, engine: Engine | None = None) -> Tallies:
    """Return the sums, and write the forms under the first of the rules after to a file.

    Raises:
        SimulationError: the corpus has no forms.
        CorpusError: a file of it is missing or broken.
    """
    facts = tuple(dict.fromkeys((*batching.FACTS, *listing.FACTS)))
    with FormsFile(path) as file:
        return summed(_written(file, run(corpus, partial(_listing, plan=plan), facts, engine)))


def summed(parts: Iterable[Tallies]) -> Tallies:
    """Return the sums of all parts of a corpus, whichever engine made them.

    Raises:
        SimulationError: there are none.
    """
    whole: Tallies = ()
    for part in parts:
        whole = tuple(map(add, whole, part)) if whole else part
    if not whole:
        raise SimulationError(phrase("simulation.no-form"))
    return whole


def _tallies(batch: Batch, plan: Plan) -> Tallies:
    return simulate_batch(batch, plan).tallies


def _listing(batch: Batch, plan: Plan) -> tuple[Tallies, Arrow]:
    outcome = simulate_batch(batch, plan)
    return outcome.tallies, forms_table(batch, outcome.compared, plan.grades)


def _written(file: FormsFile, parts: Iterable[tuple[Tallies, Arrow]]) -> Iterator[Tallies]:
    for tallies, table in parts:
        file.add(table)
        yield tallies
