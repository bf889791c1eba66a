"""The menu at the side: every page of the platform that a role has a use for."""

from typing import Literal

from msgspec import Struct

from jiheng.web.access.table import roles_for
from jiheng.web.chain.steps import Action, Step
from jiheng.web.chain.tasks import JUDGES
from jiheng.web.evidence.permission import ASKING
from jiheng.web.people.roles import ADMINISTRATORS, Role
from jiheng.web.publication.permission import RELEASING
from jiheng.web.years.reach import COMPARING

Counted = Literal["", "own", "judged", "rows", "notices"]

EVERYBODY = frozenset(Role)
FILLING = frozenset({Role.CLERK, Role.HEAD})
IMPORTING = frozenset(role for step in Step for role in roles_for(Action.IMPORT, step))
ISSUING = frozenset(role for step in Step for role in roles_for(Action.ISSUE_NOTICE, step))
SEEING_FORMS = EVERYBODY.difference(ADMINISTRATORS)
SEEING_FIGURES = frozenset(
    {
        Role.HEAD,
        Role.DEPARTMENT_REVIEWER,
        Role.BUDGET_OFFICE,
        Role.PERFORMANCE_OFFICE,
        Role.AUDITOR,
    }
)
"""Whoever answers for the forms of a branch, or looks after them; all of these read every step."""


class Entry(Struct, frozen=True, kw_only=True):
    """A line of the menu.

    Attributes:
        url: name of its address.
        words: key of its words.
        roles: who has a use for it.
        counted: which of the numbers of waiting things stands beside it.
        also: names of further addresses at which the visitor is still there.
    """

    url: str
    words: str
    roles: frozenset[Role]
    counted: Counted = ""
    also: tuple[str, ...] = ()


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
            Entry(
                url="tasks",
                words="nav.tasks",
                roles=FILLING,
                counted="own",
                also=("hand-in-many", "next-cell"),
            ),
            Entry(
                url="my-rows",
                words="sections.nav",
                roles=frozenset({Role.SECTION}),
                counted="rows",
                also=("answer-rows",),
            ),
            Entry(
                url="begin",
                words="begin.title",
                roles=frozenset({Role.CLERK}),
                also=(
                    "prefill",
                    "prefill-intake",
                    "roll-over",
                    "columns",
                    "map-columns",
                    "rows-out",
                ),
            ),
            Entry(
                url="imports",
                words="imports.title",
                roles=IMPORTING,
                also=("import", "import-file"),
            ),
            Entry(url="scans", words="scans.title", roles=FILLING, also=("scan",)),
        ),
    ),
    Section(
        title="review",
        entries=(
            Entry(
                url="queue",
                words="nav.queue",
                roles=JUDGES,
                counted="judged",
                also=("review", "judge"),
            ),
            Entry(
                url="draws",
                words="sampling.title",
                roles=frozenset({Role.PERFORMANCE_OFFICE, Role.AUDITOR}),
                also=(
                    "draw",
                    "new-draw",
                    "draw-plan",
                    "draw-population",
                    "draw-sample",
                    "draw-results",
                    "draw-how",
                ),
            ),
            Entry(
                url="draw-tasks",
                words="sampling.mine",
                roles=frozenset({Role.PERFORMANCE_OFFICE, Role.THIRD_PARTY}),
            ),
            Entry(url="reminders", words="nav.reminders", roles=JUDGES),
            Entry(url="evidence-years", words="proofs.years", roles=frozenset({ASKING})),
            Entry(
                url="publication",
                words="publication.title",
                roles=RELEASING,
                also=("publication-batches", "publication-batch", "review-secrecy", "mask-texts"),
            ),
        ),
    ),
    Section(
        title="follow-up",
        entries=(
            Entry(
                url="rectification",
                words="rectify.ledger",
                roles=SEEING_FORMS,
                counted="notices",
                also=("notice", "issue-notice", "answer-notice", "settle-notice", "revoke-notice"),
            ),
            Entry(url="result-uses", words="uses.title", roles=SEEING_FORMS, also=("result-use",)),
            Entry(url="circular", words="circular.title", roles=ISSUING),
        ),
    ),
    Section(
        title="looking-up",
        entries=(
            Entry(url="dashboard", words="dashboards.title", roles=SEEING_FIGURES),
            Entry(
                url="forms",
                words="nav.forms",
                roles=SEEING_FORMS,
                also=(
                    "form",
                    "cells",
                    "arrange",
                    "act",
                    "sent-rows",
                    "surveys",
                    "survey",
                    "survey-paper",
                    "search",
                    "evidence",
                    "measures",
                    "measure",
                    "move-measure",
                    "versions",
                    "last-year",
                    "card",
                ),
            ),
            Entry(
                url="years",
                words="years.title",
                roles=COMPARING,
                also=("form-years",),
            ),
            Entry(url="journal", words="nav.journal", roles=frozenset({Role.AUDIT_ADMIN})),
        ),
    ),
    Section(
        title="administration",
        entries=(
            Entry(url="people", words="nav.people", roles=frozenset({Role.SYSTEM_ADMIN})),
            Entry(
                url="organisations",
                words="nav.organisations",
                roles=frozenset({Role.SYSTEM_ADMIN}),
                also=("organisation",),
            ),
            Entry(url="posts", words="nav.posts", roles=frozenset({Role.SECURITY_ADMIN})),
            Entry(url="visits", words="nav.visits", roles=frozenset({Role.SECURITY_ADMIN})),
            Entry(
                url="tokens",
                words="api.tokens.title",
                roles=frozenset({Role.SECURITY_ADMIN}),
                also=("api-docs",),
            ),
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
