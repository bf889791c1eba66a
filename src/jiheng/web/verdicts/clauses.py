"""The clauses that bear on a row: what the reviewer can name beside a score."""

import msgspec
from msgspec import Struct

from jiheng.audit.cells import row_of
from jiheng.model.audit import Finding
from jiheng.model.citation import Citation
from jiheng.pipeline.judging import Judged
from jiheng.rulebook.messages import say
from jiheng.rulebook.pack import Pack, Sourced
from jiheng.scoring.laws import field_of
from jiheng.scoring.scored import ItemKind, ScoredItem
from jiheng.writers.report.voice import Voice

_BY_KIND: dict[ItemKind, tuple[str, ...]] = {
    "execution": ("execution", "zero_budget", "money_base"),
    "positive": ("pass_threshold", "over_completion", "zero_target"),
    "negative": ("negative", "zero_target"),
    "equal": ("equal", "zero_target"),
    "date": ("tiers",),
    "qualitative": ("tiers",),
    "satisfaction": ("satisfaction", "satisfaction_bands", "pass_threshold"),
    "unscored": (),
}
"""Values of the pack by the family of rules that a row falls under."""
_OF_ALL = ("tiers", "cost_limit", "reasons", "rounding")
"""Values that a reviewer can bring to bear on any row."""


class Clause(Struct, frozen=True, kw_only=True):
    """A clause with its source.

    Attributes:
        key: a value of the pack, ``tiers``, or a check's code, ``XI05``.
        name: what people call it.
    """

    key: str
    name: str
    law: Citation


def clauses_for(item: ScoredItem, judged: Judged, language: str) -> tuple[Clause, ...]:
    """Return what can be cited for a row: first what its score rests on, then what was found."""
    voice = Voice(language=language)
    applied = field_of(item.branch, item.kind)
    keys = dict.fromkeys((*filter(None, (applied,)), *_BY_KIND[item.kind], *_OF_ALL))
    values = ((key, _source(judged.pack, key)) for key in keys)
    ruled = tuple(
        Clause(key=key, name=voice(f"value.{key}"), law=law) for key, law in values if law
    )
    return (*ruled, *_of_findings(item, judged, voice))


def law_in(stored: str) -> Citation | None:
    """Return a source as it was cited, or None where none was."""
    return msgspec.json.decode(stored, type=Citation) if stored else None


def cited(clause: Clause | None) -> str:
    """Return a clause's source as it is stored."""
    return "" if clause is None else msgspec.json.encode(clause.law).decode()


def clause_name(key: str, language: str) -> str:
    """Return what people call a clause by its key; "" for none."""
    if not key:
        return ""
    return key if key.isupper() or key[:2].isupper() else say(f"report.value.{key}", language)


def _source(pack: Pack, key: str) -> Citation | None:
    value: Sourced[object] | None = getattr(pack, key, None)
    return None if value is None else value.source


def _of_findings(item: ScoredItem, judged: Judged, voice: Voice) -> tuple[Clause, ...]:
    row = row_of(item.at)
    here = {each.code: each for each in judged.audit.findings if each.law and row in _rows(each)}
    return tuple(
        Clause(key=code, name=f"{code} {voice.defect(code, each.name)}", law=each.law)
        for code, each in here.items()
        if each.law
    )


def _rows(finding: Finding) -> set[str | None]:
    return {row_of(path) for path in finding.mend_at or finding.at}
