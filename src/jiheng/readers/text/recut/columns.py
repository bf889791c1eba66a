"""What a text costs in each column of a block, and what an empty cell costs there."""

from collections.abc import Sequence
from functools import lru_cache

from jiheng.readers.recognise.content import kind_of
from jiheng.readers.recognise.costs import INDICATOR_SKIPS, MONEY_SKIPS, OTHER_SKIP
from jiheng.readers.recognise.header import UNKNOWN
from jiheng.readers.text.recut.agree import indicator_odds, money_odds
from jiheng.readers.text.recut.decode import Fits, Reading
from jiheng.readers.text.recut.figures import NEVER, money_fit
from jiheng.readers.text.recut.fits import indicator_fit
from jiheng.readers.text.recut.kinds import RowKind
from jiheng.readers.text.recut.labels import heading_role, label_odds
from jiheng.rulebook.headings import column_rank, column_role_by_stem, money_role_by_stem

Roles = tuple[str | None, ...]
"""The role of each column, None where nothing is headed."""

Seen = Sequence[set[str]]
"""For each column the texts that sound rows hold there."""

UNHEADED = 0.3
_ODD, _ODD_HEADING, _SEEN, _EMPTY = 8.0, 3.0, 0.4, 1.0
_OFTEN_EMPTY = {"reason", "method", "level1", "level2", "deviation", "side", "unit"}
_OPEN = {"level1", "level2", UNKNOWN, None}
"""Roles that hold what a place likes to write: a kind of text that neighbours hold is right."""
WAYS: dict[str, int] = {"money": 60, "row": 8, "labels": 6, "text": 6}
"""So many readings of a row are compared by how well their cells agree."""


def block_fits(kind: RowKind, roles: Roles, seen: Seen) -> Fits:
    """Return the prices of the cells of a block under its headings."""
    apart = "nature" in roles or "unit" in roles
    kinds = [{kind_of(text) for text in texts} for texts in seen]
    first = min((at for at, role in enumerate(roles) if _is_value(role)), default=0)

    def price(column: int, role: str | None, text: str) -> float:
        if kind == "row":
            return _ODD if role is None else indicator_fit(role, text, apart=apart)
        if role in {None, UNKNOWN, "source"}:
            return money_fit("label", text) if column < first else _ODD
        return money_fit(role or "label", text)

    @lru_cache(maxsize=4_000)
    def fits(text: str) -> list[float]:
        own = kind_of(text)
        prices: list[float] = []
        for column, role in enumerate(roles):
            cost = price(column, role, text)
            is_seen = own in kinds[column] if role in _OPEN else text in seen[column]
            is_likely = is_seen and cost < NEVER and own != "empty-name"
            prices.append(min(cost, _SEEN) if is_likely else cost)
        return prices

    return fits


def block_skip(kind: RowKind, role: str | None) -> float:
    """Return the price of leaving a column of a block empty."""
    skips = INDICATOR_SKIPS if kind == "row" else MONEY_SKIPS
    return 0.0 if role is None else skips.get(role, OTHER_SKIP)


def odds(reading: Reading, kind: RowKind, roles: Roles) -> float:
    """Return the price of cells of one row that do not agree with each other."""
    if kind in {"labels", "text"}:
        return label_odds([text for _, text in reading.cells])
    if kind not in {"row", "money"} or not roles:
        return 0.0
    texts = {role: text for column, text in reading.cells if (role := roles[column]) is not None}
    return money_odds(texts) if kind == "money" else indicator_odds(texts)


def likeliest(found: list[Reading], kind: RowKind, roles: Roles) -> Reading:
    """Return the reading that costs least, its cells' agreement counted."""
    return min(found, key=lambda reading: reading.cost + odds(reading, kind, roles))


def role_of(text: str, kind: RowKind) -> str | None:
    """Return the role that a heading names, exactly or by its stem."""
    role = heading_role(text, kind)
    if role == UNKNOWN and kind == "heading":
        return "side"
    by_stem = column_role_by_stem if kind == "heading" else money_role_by_stem
    return role or by_stem(text)


def roles_of(texts: Sequence[str], kind: RowKind) -> list[str]:
    """Return the roles of headings; the first of the money block is its label, unless it is known.

    A label such as 部门预算执行情况 would name a column by its stem.
    """
    roles = [role_of(text, kind) or UNKNOWN for text in texts]
    if roles and kind == "money-heading":
        roles[0] = heading_role(texts[0], kind) or UNKNOWN
    is_twice = roles.count("name") > 1
    return roles if kind == "money-heading" or is_twice else _one_each(texts, roles)


def _one_each(texts: Sequence[str], roles: list[str]) -> list[str]:
    """Return the roles, each with the heading that says it best: 评分标准 rather than 指标解释."""
    best = {role: text for text, role in sorted(zip(texts, roles, strict=True), key=_rank)[::-1]}
    return [
        role if best[role] == text or role == "side" else UNKNOWN
        for text, role in zip(texts, roles, strict=True)
    ]


def _rank(named: tuple[str, str]) -> int:
    return column_rank(named[0])


def column_fit(texts: set[str], role: str | None, kind: RowKind) -> float:
    """Return how badly what stands in a column fits a heading, on average."""
    if role is None or role in {UNKNOWN, "side"}:
        return UNHEADED
    if not texts:
        return UNHEADED if role in _OFTEN_EMPTY else _EMPTY
    fit = money_fit if kind == "money-heading" else _unparted
    role = "label" if role == "source" else role
    return sum(min(_ODD_HEADING, fit(role, text)) for text in texts) / len(texts)


def _unparted(role: str, text: str) -> float:
    return indicator_fit(role, text, apart=False)


def _is_value(role: str | None) -> bool:
    return role is not None and not role.startswith(UNKNOWN) and role != "source"
