"""What an operation is; each file of ``operations`` ends with a tuple of them."""

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

Method = Literal["GET", "POST", "PATCH", "DELETE"]
JSON = "application/json"
YAML = "application/yaml"


class Operation(Struct, frozen=True, kw_only=True):
    """One thing that a program can ask for.

    Attributes:
        name: its operationId; its words are ``api.do.<name>``.
        answer: what it answers with; None where that is a file, or nothing.
        media: of what kinds the answer may be.
    """

    name: str
    method: Method
    path: str
    view: Callable[..., Any]
    answer: Any = None
    status: int = 200
    media: tuple[str, ...] = (JSON,)

    @property
    def writes(self) -> bool:
        """Whether it takes a token that may write."""
        return self.method != "GET"


class Section(Struct, frozen=True, kw_only=True):
    """Operations about one thing; the heading's words are ``api.section.<name>``."""

    name: str
    operations: tuple[Operation, ...]
