"""What only the unit can know, each asked in one sentence with what its answers would mean."""

from msgspec import Struct

from jiheng.audit.cells import text_at
from jiheng.model.audit import Finding, Item
from jiheng.model.citation import Citation
from jiheng.model.points import format_points, parse_points
from jiheng.model.repair import Question
from jiheng.pipeline.repair.judged import Judged
from jiheng.pipeline.repair.names import Names
from jiheng.pipeline.repair.suspects import suspects

_MOST_CELLS = 4
_AMOUNTS = {"initial_budget", "adjusted_budget", "executed"}
_OWN = _AMOUNTS | {"score", "target", "adjusted_target", "actual"}
"""Values that only the unit knows: none is put into its mouth."""
_VALUES = _OWN | {"weight", "rate", "level1_points", "heading_weight", "deduction"}
"""Fields that hold values, so that one of them may be mistyped; others are written anew."""


class Asker(Struct, frozen=True, kw_only=True):
    """Words questions about the findings of one form."""

    judged: Judged
    names: Names

    def suspected(self, finding: Finding) -> tuple[str, ...]:
        """Return the scores that alone explain why a total is not the sum of the scores."""
        gap = parse_points(finding.difference) if finding.code in {"AR01", "AR09"} else None
        return () if gap is None else suspects(self.judged.scored, gap)

    def ask(self, finding: Finding) -> Question:
        """Return the question that a finding leaves open."""
        item = self._scored_otherwise(finding)
        if item is not None:
            return self._of_score(finding, item)
        accused = self.suspected(finding)
        if accused:
            return self._of_sum(finding, accused)
        return self._otherwise(finding)

    def _scored_otherwise(self, finding: Finding) -> Item | None:
        """Return the score that a finding says is against its rule, or None."""
        cells = {path for path in finding.mend_at if path.endswith(".score")}
        return next((item for item in self._against_rule() if item.at in cells), None)

    def _against_rule(self) -> tuple[Item, ...]:
        """Return the scores that are not what their rules allow."""
        against = {
            item.at
            for item in self.judged.scored.items
            if None not in (item.printed, item.low, item.high)
            and not (item.low or 0) <= (item.printed or 0) <= (item.high or 0)
        }
        return tuple(item for item in self.judged.audit.items if item.at in against)

    def _of_score(self, finding: Finding, item: Item) -> Question:
        name, law = self.names.called(item.at), finding.law or item.law
        due = "–".join(dict.fromkeys(item.recomputed or ()))
        values = {"name": name, "printed": item.printed or "", "due": due}
        text = self.names.say("ask-score", **values, arithmetic=item.arithmetic, law=self._law(law))
        others = "if-amounts" if item.at.startswith("funds") else "if-values"
        answers = (
            self.names.say("if-score", due=due, sums=self._sums(item, due)),
            self.names.say(others),
            self.names.say("if-ground"),
        )
        at = (item.at, *(path for path in finding.at if path != item.at))
        return self._question(finding, at, text, answers, law)

    def _sums(self, item: Item, due: str) -> str:
        """Return what the scores would add up to with another one; "" where it cannot be said."""
        summed, new, old = self.judged.scored.printed_sum, parse_points(due), item.printed
        if summed is None or new is None or old is None:
            return ""
        points = format_points(summed - (parse_points(old) or 0) + new)
        return self.names.say("sums", points=points)

    def _of_sum(self, finding: Finding, accused: tuple[str, ...]) -> Question:
        first = finding.at[0]
        total, points = self.names.called(first), finding.expected or ""
        names = self.names.listed(self.names.called(path) for path in accused)
        text = self.names.say("ask-sum", message=finding.message, names=names, total=total)
        answers = (
            *(self._if_mistyped(path, finding, total) for path in accused),
            self.names.say("if-total", total=total, points=points),
        )
        return self._question(finding, (first, *accused), text, answers)

    def _if_mistyped(self, path: str, finding: Finding, total: str) -> str:
        name = self.names.called(path)
        if path not in {item.at for item in self.judged.scored.items}:
            points = finding.expected or ""
            return self.names.say("if-twice", name=name, total=total, points=points)
        printed = text_at(self.judged.form, path) or ""
        points = (parse_points(printed) or 0) + (parse_points(finding.difference) or 0)
        values = {"printed": printed, "points": format_points(points)}
        return self.names.say("if-mistyped", name=name, total=total, **values)

    def _otherwise(self, finding: Finding) -> Question:
        """Ask which value is wrong, or for the words that are missing."""
        at = tuple(dict.fromkeys((*finding.mend_at, *finding.at)))
        values = self._values(finding, at)
        told = {"message": finding.message, "law": self._law(finding.law)}
        if values:
            answers = tuple(self._if_wrong(path, finding) for path in values)
            text = self.names.say("ask-which", **told)
            return self._question(finding, at, text, (*answers, self.names.say("if-right")))
        advised = self.names.say("if-so", advice=finding.advice or "")
        answers = (advised, self.names.say("if-true"))
        return self._question(finding, at, self.names.say("ask-words", **told), answers)

    def _values(self, finding: Finding, at: tuple[str, ...]) -> tuple[str, ...]:
        """Return the first values of which one must be wrong; none where words are wanted."""
        to_mend = tuple(path for path in finding.mend_at if _holds_value(path))
        known = tuple(
            path
            for path in at
            if _holds_value(path) and (path in to_mend or text_at(self.judged.form, path))
        )
        is_told = len(known) > 1 or finding.expected is not None
        return known[:_MOST_CELLS] if to_mend and is_told else ()

    def _if_wrong(self, path: str, finding: Finding) -> str:
        name, text = self.names.called(path), text_at(self.judged.form, path)
        if not text:
            return self.names.say("if-blank", name=name)
        if finding.mend_at == (path,) and finding.expected and _field(path) not in _OWN:
            return self.names.say("if-due", name=name, text=text, due=finding.expected)
        return self.names.say("if-wrong", name=name, text=self.names.short(text))

    def _law(self, law: Citation | None) -> str:
        if law is None:
            return ""
        known = "law" if law.verified else "law-unread"
        return self.names.say(known, title=law.title, pinpoint=law.pinpoint)

    def _question(
        self,
        finding: Finding,
        at: tuple[str, ...],
        text: str,
        answers: tuple[str, ...],
        law: Citation | None = None,
    ) -> Question:
        return Question(
            code=finding.code,
            at=at,
            name=self.names.called(at[0]),
            place=self.names.place(at[0]),
            text=text,
            answers=answers,
            advice=finding.advice,
            law=law or finding.law,
        )


def _holds_value(path: str) -> bool:
    """Whether a cell holds a value that can be mistyped, and no words."""
    is_of_table = path.startswith(("indicators", "funds"))
    return path.startswith("total.") or (is_of_table and _field(path) in _VALUES)


def _field(path: str) -> str:
    return path.rpartition(".")[2]
