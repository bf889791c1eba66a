"""Questions to the database that are put into words once, and then only asked.

Every page asks what waits for its visitor. For a question of so many conditions Django needs ten
times as long to find its words as the database needs to answer it, and the words stay the same
as long as somebody holds the same posts.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models.sql import Query

P = ParamSpec("P")
_MOST = 512
"""Wordings of one question that are kept, some kilobytes each."""


def worded(question: Callable[P, Query]) -> Callable[P, tuple[tuple[int, ...], ...]]:
    """Return a function that asks the question which its arguments pose, and returns the rows.

    The question is for whole numbers, which every database gives as they are. It may rest on
    its arguments alone, and these have to be hashable.
    """

    @lru_cache(maxsize=_MOST)
    def words(*args: P.args, **kwargs: P.kwargs) -> tuple[str, tuple[Any, ...]] | None:
        try:
            return question(*args, **kwargs).sql_with_params()
        except EmptyResultSet:
            return None

    def asked(*args: P.args, **kwargs: P.kwargs) -> tuple[tuple[int, ...], ...]:
        found = words(*args, **kwargs)
        if found is None:
            return ()
        with connection.cursor() as cursor:
            cursor.execute(*found)
            return tuple(cursor.fetchall())

    return asked
