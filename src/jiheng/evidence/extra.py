"""The packages of ``jiheng[proof]``, which not everyone has installed."""

from importlib.util import find_spec

from jiheng.evidence.errors import EvidenceError
from jiheng.rulebook.phrases import phrase

_PACKAGES = ("duckdb", "sqlglot")


def require_proof() -> None:
    """Say in a sentence what to install where it is missing.

    Raises:
        EvidenceError: a package is not there.
    """
    require(*_PACKAGES)


def require(*packages: str) -> None:
    """Say in a sentence what to install where one of these packages is missing.

    Raises:
        EvidenceError: names it.
    """
    missing = next((each for each in packages if find_spec(each) is None), None)
    if missing is not None:
        raise EvidenceError(phrase("proof.not-installed", package=missing))
