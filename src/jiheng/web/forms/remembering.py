"""What is worked out of a form, worked out once for all that ask in a row: save, summary, page.

A form does not change, its record gets another one: what was found out about it stays true.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

import msgspec

from jiheng.model.form import Form
from jiheng.model.papers import FormPapers
from jiheng.pipeline.judging import Judged, judge
from jiheng.rulebook.messages import SOURCE

_KEPT = 128
"""Forms of which a process remembers it: as many as are written in at one time."""

P = ParamSpec("P")
Found = TypeVar("Found")


def remembered(
    work: Callable[Concatenate[Form, P], Found],
) -> Callable[Concatenate[Form, P], Found]:
    """Return the function, which does its work once for forms that say the same."""

    @lru_cache(maxsize=_KEPT)
    def found(document: bytes, *args: P.args, **kwargs: P.kwargs) -> Found:
        return work(msgspec.json.decode(document, type=Form), *args, **kwargs)

    @wraps(work)
    def asked(form: Form, *args: P.args, **kwargs: P.kwargs) -> Found:
        return found(msgspec.json.encode(form), *args, **kwargs)

    return asked


@remembered
def judged(form: Form, language: str, papers: str = "") -> Judged:
    """Return a form as it is judged by the rules of its pack, with its record's papers."""
    return judge(form, form.pack, language, read_papers(papers))


def judged_here(form: Form, papers: str = "") -> Judged:
    """Return a form's judgement for what nobody reads in a language: sums, figures of lists."""
    return judged(form, SOURCE, papers)


def read_papers(stored: str) -> FormPapers | None:
    """Return the papers that a record keeps, None where it has none and none are asked for."""
    return msgspec.json.decode(stored, type=FormPapers) if stored else None
