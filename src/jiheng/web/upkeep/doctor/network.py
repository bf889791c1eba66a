"""Looks at how the server is reached."""

from jiheng.rulebook.phrases import series
from jiheng.web.config import LOCAL, Config
from jiheng.web.upkeep.doctor.sight import Sight, bad, ok, warn


def hosts(config: Config) -> Sight:
    """Look under which names it may be called, and whether passwords travel in the open."""
    if "*" in config.hosts:
        return bad("hosts-all")
    if set(config.hosts) <= set(LOCAL):
        return ok("hosts-local")
    names = series(config.hosts)
    if not config.https:
        return warn("hosts-open", names=names)
    return ok("hosts", names=names) if config.proxy else warn("hosts-no-proxy", names=names)
