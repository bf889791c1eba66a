"""What is wrong with a corpus, or with a call about one."""

from importlib.util import find_spec

from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.telling import Telling

_PACKAGES = ("numpy", "numba", "pyarrow")


class CorpusError(Telling):
    """A corpus cannot be read or written; the sentence says why."""


def require_corpus() -> None:
    """Say in a sentence what to install where a package of ``jiheng[corpus]`` is missing.

    Raises:
        CorpusError: names it.
    """
    missing = next((each for each in _PACKAGES if find_spec(each) is None), None)
    if missing is not None:
        raise CorpusError(phrase("corpus.not-installed", package=missing))
