"""What could be corrected in a form, and what only its unit can know: ``jiheng.repair/1``."""

from msgspec import Struct

from jiheng.model.audit import FormKey
from jiheng.model.citation import Citation
from jiheng.model.edit import FieldEdit


class Suggestion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cell that follows from others, and what should stand in it.

    Attributes:
        name: the cell's name in words, such as 总分·得分.
        place: where the cell is in the file, counted from 1; None where it has no place.
        why: the sentence that tells the contradiction.
    """

    edit: FieldEdit
    name: str
    place: str | None = None
    why: str


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What only the unit can know.

    Attributes:
        code: the check that asks.
        at: the cells in question, the first of which is asked about.
        name: the first cell's name in words.
        place: where that cell is in the file, counted from 1; None where it has no place.
        text: the question, with both values and the rule.
        answers: each possible answer, with what follows from it.
        advice: what to do.
        law: the rule that the question rests on.
    """

    code: str
    at: tuple[str, ...]
    name: str
    place: str | None = None
    text: str
    answers: tuple[str, ...] = ()
    advice: str | None = None
    law: Citation | None = None


class Cause(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One cause of findings: the fewest edits that mend them, or what has to be asked.

    Attributes:
        number: from 1, within the form.
        title: the defect in words.
        codes: the checks that found it.
    """

    number: int
    title: str
    codes: tuple[str, ...]
    suggestions: tuple[Suggestion, ...] = ()
    questions: tuple[Question, ...] = ()


class Repair(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.repair/1",
):
    """What is proposed for one form.

    Attributes:
        total: the total as printed.
        summed: the sum of the printed scores, which no proposed total is above.
        proposed: the total after the suggestions.
        mended: codes of the findings that the suggestions end; the repaired form was audited.
    """

    form: FormKey
    pack: str
    pack_verified: bool
    total: str | None = None
    summed: str | None = None
    proposed: str | None = None
    causes: tuple[Cause, ...] = ()
    mended: tuple[str, ...] = ()

    @property
    def edits(self) -> tuple[FieldEdit, ...]:
        """All suggested edits, in the order of their causes."""
        return tuple(each.edit for cause in self.causes for each in cause.suggestions)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order of their causes."""
        return tuple(each for cause in self.causes for each in cause.questions)
