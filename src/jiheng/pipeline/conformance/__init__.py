"""The conformance suite: its cases, this engine's results for them, and another program's."""

from pathlib import Path

from jiheng.model.conformance import ConformanceRun
from jiheng.pipeline.conformance.outcomes import judged_by_engine, judged_results, unknown_ids
from jiheng.pipeline.conformance.suite import BadSuite, Suite, load_results, load_suite
from jiheng.pipeline.conformance.tally import tally, whole_run

__all__ = ["BadSuite", "Suite", "conform", "load_suite", "tally"]


def conform(
    suite: Suite, pack: str | None = None, results: Path | None = None, language: str = "zh"
) -> ConformanceRun:
    """Return what becomes of the cases.

    Args:
        suite: the cases.
        pack: only the cases of this pack.
        results: another program's results; None asks this engine.
        language: of what is said where the results cannot be read.

    Raises:
        BadSuite: the results cannot be read.
    """
    asked = suite if pack is None else suite.only(pack)
    if results is None:
        return whole_run(tuple(judged_by_engine(asked)))
    given = load_results(results, language)
    return whole_run(tuple(judged_results(asked, given)), unknown_ids(suite, given))
