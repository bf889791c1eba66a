"""Rules for tests: a shipped pack with single numbers changed."""

from jiheng.rulebook.loading import load_pack
from jiheng.scoring.branches import BRANCH_NAMES
from jiheng.scoring.rules import Rules, rules_of


def rules(pack: str = "cn-2020-10", **changes: object) -> Rules:
    return rules_of(load_pack(pack))._replace(**changes)


def named(points: tuple[int, int, int]) -> tuple[int, int, str]:
    """Return a kernel's answer with its branch by name."""
    low, high, branch = points
    return low, high, BRANCH_NAMES[branch]
