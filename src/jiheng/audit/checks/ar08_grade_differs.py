"""AR08 grade-differs."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.conclusion import concluded_points
from jiheng.audit.summary import printed_grade
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.rulebook.pack import Grade, grade_of
from jiheng.rulebook.phrases import phrase, series
from jiheng.scoring.scored import ScoredForm


@check(
    code="AR08",
    name="grade-differs",
    severity="error",
    since="0.1.0",
    reads=("total.grade", "total.score", "conclusion", "pack", "scores"),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差",
            verified=False,
        ),
    ),
)
def grade_differs(scored: ScoredForm) -> Iterator[Outcome]:
    """The grade does not belong to the score, or is worded otherwise than the rule words it.

    ## Why it matters
    The grade is what gets published, and what the next budget follows.

    ## What to do
    Take the grade of the score, or correct the score; use the rule's own word.
    """
    grades = scored.pack.grades.value
    word = printed_grade(scored.form, grades)
    scores = _scores(scored)
    if word is not None and scores:
        yield _compare(scored, word, scores, grades)


def _compare(
    scored: ScoredForm, word: str, scores: tuple[int, ...], grades: tuple[Grade, ...]
) -> Outcome:
    cell = "total.grade" if scored.form.total.grade else "conclusion"
    cells = (cell, "total.score")
    score, law = format_points(scores[0]), scored.pack.grades.source
    named = _named(word, grades)
    if named is None:
        words = series(grade.name for grade in grades)
        return fails(
            *cells,
            mend_at=(cell,),
            message="fails-unknown",
            severity="warning",
            law=law,
            printed=word,
            score=score,
            words=words,
        )
    if named.name not in {grade_of(points, grades) for points in scores}:
        expected = grade_of(scores[0], grades) or phrase("words.no-grade")
        return fails(*cells, mend_at=(cell,), law=law, printed=word, expected=expected, score=score)
    if word != named.name:
        return fails(
            *cells,
            mend_at=(cell,),
            message="fails-synonym",
            severity="info",
            law=law,
            printed=word,
            expected=named.name,
            score=score,
        )
    return passes(*cells, message="passes", grade=word, score=score)


def _scores(scored: ScoredForm) -> tuple[int, ...]:
    """Return the scores that the grade may stand for; where they differ, AR01 and AR09 say so."""
    candidates = (scored.printed_total, concluded_points(scored.form), scored.printed_sum)
    return tuple(points for points in candidates if points is not None)


def _named(word: str, grades: tuple[Grade, ...]) -> Grade | None:
    plain = word.strip().strip("“”\"'").removesuffix("等").removesuffix("级")
    return next((grade for grade in grades if plain in {grade.name, *grade.synonyms}), None)
