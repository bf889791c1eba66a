"""The sector of a form, by the names of its department and unit."""

from functools import cache
from importlib.resources import files

from msgspec import yaml


def sector_of(*names: str | None) -> str | None:
    """Return the sector of the first name that tells one; None where none does.

    Example:
        >>> sector_of("云溪县教育局", "云溪县水务站"), sector_of(None, "某办公室")
        ('education', None)
    """
    found = (_sector(name) for name in names if name)
    return next((sector for sector in found if sector is not None), None)


def _sector(name: str) -> str | None:
    fitting = (sector for sector, words in _words().items() if any(word in name for word in words))
    return next(fitting, None)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    path = files("jiheng.rulebook") / "words" / "sectors.yaml"
    return yaml.decode(path.read_bytes(), type=dict[str, tuple[str, ...]])
