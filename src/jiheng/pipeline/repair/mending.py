"""Edits tried one after another, each kept only if the audit after it is the better for it."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.audit.facts.conclusion import concluded_points
from jiheng.audit.facts.totals import summed_scores
from jiheng.model.audit import Finding
from jiheng.model.form import Form
from jiheng.pipeline.repair.correction import Correction, corrected
from jiheng.pipeline.repair.judged import Judge, Judged, arisen, key
from jiheng.pipeline.repair.remedies import REMEDIES, corrections_for

_MOST_STEPS = 8


class Step(Struct, frozen=True, kw_only=True):
    """One correction, and the finding that calls for it."""

    correction: Correction
    finding: Finding


class Mending(Struct, frozen=True, kw_only=True):
    """The edits of one cause: the first, and those that it calls for in turn.

    Attributes:
        mended: the findings that were there before and are gone.
    """

    steps: tuple[Step, ...]
    mended: tuple[Finding, ...]
    after: Judged


class Mended(Struct, frozen=True, kw_only=True):
    """A form with all that could be corrected in it."""

    before: Judged
    after: Judged
    mendings: tuple[Mending, ...]


def mend(form: Form, judge: Judge) -> Mended:
    """Return the form with every correction that ends a finding and brings about no other."""
    before = now = judge(form)
    mendings: list[Mending] = []
    while (mending := next(_mendings(now, judge), None)) is not None:
        mendings.append(mending)
        now = mending.after
    return Mended(before=before, after=now, mendings=tuple(mendings))


def _mendings(now: Judged, judge: Judge) -> Iterator[Mending]:
    """Yield what may be done about the findings of a form, one finding after another."""
    in_order = (each for remedy in REMEDIES for each in now.open if each.code == remedy.code)
    for finding in in_order:
        mending = _mending(now, finding, judge)
        if mending is not None:
            yield mending


def _mending(before: Judged, finding: Finding, judge: Judge) -> Mending | None:
    """Return the edits that end a finding, or None where they would leave another behind."""
    steps: list[Step] = []
    now, pending = before, (finding,)
    while pending and len(steps) < _MOST_STEPS:
        called = next((each for each in pending if corrections_for(now, each)), None)
        if called is None:
            return None
        made = corrections_for(now, called)
        steps += [Step(correction=each, finding=called) for each in made]
        now = judge(corrected(now.form, made))
        pending = arisen(before, now)
    left = now.gravities()
    if pending or key(finding) in left or not _is_honest(before, now):
        return None
    mended = tuple(each for each in before.audit.findings if key(each) not in left)
    return Mending(steps=tuple(steps), mended=mended, after=now)


def _is_honest(before: Judged, after: Judged) -> bool:
    """Whether no total that was raised is above the sum of the printed scores."""
    summed = summed_scores(after.scored)
    totals = (
        (before.scored.printed_total, after.scored.printed_total),
        (concluded_points(before.form), concluded_points(after.form)),
    )
    return all(
        old is None or new is None or new <= old or (summed is not None and new <= summed)
        for old, new in totals
    )
