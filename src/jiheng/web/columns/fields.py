"""Our fields beside the headings under which other systems have them."""

from enum import StrEnum
from functools import cache
from importlib.resources import files

from msgspec import Struct, yaml

from jiheng.web.imports.names import plain


class Field(StrEnum):
    """What a column can hold; the file beside has what it may be called."""

    PROJECT = "project"
    CODE = "code"
    UNIT = "unit"
    DEPARTMENT = "department"
    DEPARTMENT_CODE = "department-code"
    YEAR = "year"
    INITIAL_BUDGET = "initial-budget"
    ADJUSTED_BUDGET = "adjusted-budget"
    EXECUTED = "executed"
    GOAL = "goal"
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    NAME = "name"
    OPERATOR = "operator"
    TARGET = "target"
    MEASURE = "measure"
    WEIGHT = "weight"
    ACTUAL = "actual"
    SCORE = "score"
    REASON = "reason"


MONEY = (Field.INITIAL_BUDGET, Field.ADJUSTED_BUDGET, Field.EXECUTED)
OF_INDICATORS = tuple(Field)[tuple(Field).index(Field.LEVEL1) :]
"""These differ from row to row of one project."""


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column of another system.

    Attributes:
        field: what it holds; None where it holds nothing of ours.
    """

    heading: str
    field: Field | None = None


@cache
def _known() -> dict[str, tuple[Field, int]]:
    """Every plain heading with its field and its place among that field's."""
    text = (files("jiheng.web.columns") / "headings.yaml").read_bytes()
    listed = yaml.decode(text, type=dict[Field, list[str]])
    return {
        plain(name): (field, at) for field, names in listed.items() for at, name in enumerate(names)
    }


def knows(heading: str) -> bool:
    """Whether somebody calls a column exactly so."""
    return plain(heading) in _known()


def guessed(headings: tuple[str, ...]) -> tuple[Column, ...]:
    """Return what columns probably hold, each field once: by their whole heading, then by a part.

    Example:
        >>> [each.field for each in guessed(("项目名称", "预算数（万元）", "备注"))]
        [<Field.PROJECT: 'project'>, <Field.INITIAL_BUDGET: 'initial-budget'>, None]
    """
    found: dict[int, Field] = {}
    claims = sorted(
        (rank, at, field)
        for at, heading in enumerate(headings)
        for rank, field in _claims(plain(heading))
    )
    for _, at, field in claims:
        if at not in found and field not in found.values():
            found[at] = field
    return tuple(
        Column(heading=heading, field=found.get(at)) for at, heading in enumerate(headings)
    )


def _claims(heading: str) -> list[tuple[tuple[int, int], Field]]:
    """The fields that a heading may mean, each with how good a claim it has; the lowest wins."""
    whole = _known().get(heading)
    if whole is not None:
        return [((0, whole[1]), whole[0])]
    return [((1, -len(name)), field) for name, (field, _) in _known().items() if name in heading]
