"""Questions that auditors ask of a corpus: each an SQL file of ``questions``, with a title."""

from importlib.resources import files

from jiheng.rulebook.messages import say

QUESTIONS = (
    "full-marks-little-spent",
    "total-above-recomputed",
    "findings-by-unit",
    "copied-by-unit",
    "short-without-reason",
    "satisfaction-figures",
    "unit-cost-spread",
    "averages-by-department",
    "just-above-the-line",
    "much-money-few-indicators",
)
"""Their names, in the order in which they are listed."""


def question_sql(name: str) -> str:
    """Return the query of a question."""
    return files("jiheng.rulebook").joinpath("questions", f"{name}.sql").read_text("utf-8")


def question_title(name: str, language: str) -> str:
    """Return what a question asks."""
    return say(f"questions.{name}", language)
