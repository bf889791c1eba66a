"""The menu at the side: every page of the platform that a role has a use for."""

from typing import Literal

from msgspec import Struct

from jiheng.web.chain.tasks import JUDGES
from jiheng.web.people.roles import Role

Counted = Literal["", "own", "judged"]

ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
EVERYBODY = frozenset(Role)
FILLING = frozenset({Role.CLERK, Role.HEAD})
SEEING_FORMS = EVERYBODY - ADMINISTRATORS


class Entry(Struct, frozen=True, kw_only=True):
    """A line of the menu.

    Attributes:
        url: name of its address, and with ``nav.`` before it the key of its words.
        roles: who has a use for it.
        counted: which of the numbers of waiting forms stands beside it.
        also: names of further addresses at which the visitor is still there.
    """

    url: str
    roles: frozenset[Role]
    counted: Counted = ""
    also: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The key of its words."""
        return f"nav.{self.url}"


class Section(Struct, frozen=True, kw_only=True):
    """Lines under one heading; ``title`` is the end of the key ``menu.title``."""

    title: str
    entries: tuple[Entry, ...]

    @property
    def words(self) -> str:
        """The key of its heading."""
        return f"menu.{self.title}"


MENU = (
    Section(
        title="filling",
        entries=(
            Entry(url="tasks", roles=FILLING, counted="own", also=("declare-many",)),
            Entry(url="begin", roles=frozenset({Role.CLERK})),
        ),
    ),
    Section(
        title="review",
        entries=(
            Entry(url="queue", roles=JUDGES, counted="judged", also=("review", "judge")),
            Entry(url="reminders", roles=JUDGES),
        ),
    ),
    Section(
        title="looking-up",
        entries=(
            Entry(url="forms", roles=SEEING_FORMS, also=("form", "act", "search")),
            Entry(url="journal", roles=frozenset({Role.AUDIT_ADMIN})),
        ),
    ),
)
"""In the order in which it stands at the side."""


def menu_for(roles: frozenset[Role]) -> tuple[Section, ...]:
    """Return the menu of somebody with these roles, without empty sections."""
    chosen = (
        Section(
            title=section.title,
            entries=tuple(each for each in section.entries if each.roles & roles),
        )
        for section in MENU
    )
    return tuple(section for section in chosen if section.entries)
