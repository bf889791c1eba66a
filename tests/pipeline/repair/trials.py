"""Made-up forms with one or two planted defects, repaired in their files, and repaired again."""

import re
from functools import lru_cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.documents import Manner, Specimen, specimen
from jiheng.corpus.planting import ALL_PLANTERS, Planter
from jiheng.corpus.planting.documents import clean_forms, judged_layouts
from jiheng.corpus.printed import as_printed
from jiheng.model.form import Form
from jiheng.model.paths import value_at
from jiheng.model.points import parse_points
from jiheng.model.repair import Repair
from jiheng.pipeline.repair import repair_form
from jiheng.pipeline.repair.correction import edit_of
from jiheng.pipeline.repair.judged import Judge, Judged, arisen
from jiheng.pipeline.repair.mending import Mended, mend
from jiheng.pipeline.run import Entry, audit_paths
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.patched import patch

COUNT = 320
KINDS = ("docx", "xlsx", "html", "text")
PLANTERS = tuple(
    planter
    for planter in ALL_PLANTERS
    if planter.code.startswith(("AR", "BU", "SC")) and planter.forms == 1 and planter.pack is None
)
"""Defects by the rules that the forms themselves call for."""
FIRST = tuple(planter for planter in PLANTERS if not planter.code.startswith("SC"))
FORBIDDEN = re.compile(
    r"indicators\[\d+\]\.(?:score|target|adjusted_target|actual|reason|name|weight|review_\w+)"
    r"|funds\.lines\[\d+\]\.(?:score|weight|initial_budget|adjusted_budget|reason|label)"
    r"|goal.*|texts.*|notes.*|project.*|reporting_unit|filled_on|contact|year|title"
)


class Trial(Struct, frozen=True, kw_only=True):
    """What came of one planted form.

    Attributes:
        again: what a second repair would edit, of the repaired document read anew.
    """

    repair: Repair
    mended: Mended
    again: Mended

    @property
    def edited(self) -> tuple[str, ...]:
        return tuple(step.correction.path for each in self.mended.mendings for step in each.steps)

    @property
    def forbidden(self) -> tuple[str, ...]:
        return tuple(path for path in self.edited if FORBIDDEN.fullmatch(path))

    @property
    def unasked(self) -> tuple[str, ...]:
        """The scores off their rule by more than rounding to tenths that no question is about."""
        asked = {path for each in self.repair.questions for path in each.at}
        return tuple(
            item.at
            for item in self.mended.after.scored.items
            if None not in (item.printed, item.low, item.high)
            and not item.low - 10 <= item.printed <= item.high + 10
            and item.at not in asked
        )

    @property
    def misplaced(self) -> tuple[str, ...]:
        """The edits whose old words do not stand in their cell just once."""
        before, after = self.mended.before.form, self.mended.after.form
        made = (edit_of(before, path, str(value_at(after, path))) for path in self.edited)
        return tuple(each.path for each in made if each.cell.text.count(each.old) != 1)

    @property
    def raised_above_the_sum(self) -> bool:
        before, after = _total(self.mended.before), _total(self.mended.after)
        return after > max(before, printed_sum(self.mended.after.form))

    @property
    def arisen(self) -> tuple[str, ...]:
        return tuple(found.code for found in arisen(self.mended.before, self.mended.after))

    @property
    def unmended(self) -> set[str]:
        """The findings that the edits meant to end and that the file read anew still has."""
        meant = {found.code for each in self.mended.mendings for found in each.mended}
        left = {found.code for found in self.mended.after.audit.findings}
        return (meant - left) & {found.code for found in self.again.before.audit.findings}


def printed_sum(form: Form) -> int:
    """Add up what stands in the cells of the scores, by a way of its own."""
    execution = next((line.score for line in form.funds.lines if line.score), None)
    texts = [execution, *(row.score for row in form.indicators)]
    return sum(parse_points(text) or 0 for text in texts)


def is_alone(number: int) -> bool:
    """Whether the form of this number has a single defect."""
    return number // len(FIRST) % 2 == 0


def _total(judged: Judged) -> int:
    return judged.scored.printed_total or 0


@lru_cache(maxsize=COUNT)
def trial(number: int) -> Trial:
    """Return what came of the planted form of this number."""
    kind = KINDS[number % len(KINDS)]
    document = specimen((_planted(number),), Manner(kind=kind), number + 1, Random(0))
    entry = _read(document)
    judge = Judge(pack=entry.pack, pack_why=entry.audit.pack_why)
    mended = mend(entry.form, judge)
    repair = repair_form(entry.form, judge)
    again = _read(_repaired(document, repair, mended))
    return Trial(repair=repair, mended=mended, again=mend(again.form, judge))


def _repaired(document: Specimen, repair: Repair, mended: Mended) -> Specimen:
    """Return the document with its edits; one that cannot be patched is written anew."""
    if document.manner.kind not in {"docx", "xlsx"}:
        return specimen((mended.after.form,), document.manner, 1, Random(0))
    patched = patch(document.data, repair.edits)
    if patched.refused:
        raise ValueError(f"{document.name}: {patched.refused}")
    return replace(document, data=patched.data)


def _planted(number: int) -> Form:
    """Return a form with one defect, and every second time with another one on top."""
    layouts = judged_layouts()
    for attempt in range(200):
        dice = Random(number * 1_000 + attempt)
        (clean,) = clean_forms(
            1, number * 1_000 + attempt, layouts[(number + attempt) % len(layouts)]
        )
        form = _with(FIRST[number % len(FIRST)], clean, dice)
        if form is not None:
            more = None if is_alone(number) else _with(dice.choice(PLANTERS), form, dice)
            return as_printed(more or form, load_layout(form.layout or ""))
    raise ValueError(f"no form has a place for {FIRST[number % len(FIRST)].code}")


def _with(planter: Planter, form: Form, dice: Random) -> Form | None:
    planted = planter.plant((form,), dice)
    return None if planted is None else planted.forms[0]


def _read(document: Specimen) -> Entry:
    with TemporaryDirectory() as folder:
        path = Path(folder) / document.name
        path.write_bytes(document.data)
        (entry,) = audit_paths((path,)).entries
    return entry
