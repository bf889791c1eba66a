"""What a corpus on the disk holds: wire document ``jiheng.corpus/1``, its ``manifest.json``."""

from typing import Literal

from msgspec import Struct

from jiheng.model.audit import Mend, Severity, Verdict
from jiheng.model.form import Funds, Goal, Indicator, LabelledText, Project, Source, Total

FileKind = Literal["forms", "rows", "nested"]
"""Coded forms, their rows, and the same forms whole."""


class CorpusFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One Parquet file.

    Attributes:
        path: below the corpus, with ``/``.
    """

    kind: FileKind
    path: str
    size: int
    sha256: str


class PackUse(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule pack that forms were audited by, and how many."""

    id: str
    version: str
    forms: int


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The forms of one year and region that were added in one run.

    Attributes:
        name: first 8 hex digits of a hash of its forms' keys; with year and region it is unique.
        year: 0 where the forms say none.
        region: code of the region, 000000 where nobody said one.
        rows: readings of all its indicators.
        groups: row groups of its coded files.
    """

    name: str
    year: int
    region: str
    forms: int
    rows: int
    groups: int
    packs: tuple[PackUse, ...]
    files: tuple[CorpusFile, ...]

    @property
    def path(self) -> str:
        """Which part of the corpus it is, as ``year=2024/region=640400/1a2b3c4d``."""
        return f"year={self.year}/region={self.region}/{self.name}"


class Manifest(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="schema",
    tag="jiheng.corpus/1",
):
    """All parts of a corpus; what it does not name is no part of it.

    Attributes:
        jiheng: the version that wrote it last.
        made_up: whether forms are no forms that anyone filed (模拟数据).
    """

    jiheng: str
    made_up: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def forms(self) -> int:
        """How many forms there are."""
        return sum(part.forms for part in self.parts)


class NestedFinding(Struct, frozen=True, kw_only=True):
    """One finding of a form, as an audit told it in Chinese.

    Attributes:
        counts: whether it counts against its form.
    """

    code: str
    name: str
    severity: Severity
    mend: Mend
    message: str
    at: tuple[str, ...]
    printed: str | None
    expected: str | None
    difference: str | None
    counts: bool


class NestedForm(Struct, frozen=True, kw_only=True):
    """One row of the nested table: a form, what its audit said, and itself as JSON.

    Attributes:
        year: as in its part.
        pack: that it was audited by.
        total_printed: 1/100 point.
        low: lowest recomputed total, 1/100 point; None where it cannot be said.
        high: highest.
        amount: the year's budget, 1/100 yuan.
        json: the document ``jiheng.form/1``.
    """

    id: str
    year: int
    region: str
    sector: str | None
    layout: str | None
    pack: str
    title: str | None
    reporting_unit: str | None
    filled_on: str | None
    project: Project
    funds: Funds
    goal: Goal
    goals: tuple[Goal, ...]
    indicators: tuple[Indicator, ...]
    total: Total
    conclusion: str | None
    notes: tuple[str, ...]
    texts: tuple[LabelledText, ...]
    source: Source
    total_printed: int | None
    low: int | None
    high: int | None
    amount: int | None
    verdict: Verdict
    points_at_stake: str
    findings: tuple[NestedFinding, ...]
    json: str
