"""The proof of a form as a case beside a check gives it: row → what its papers say."""

from msgspec import convert
from msgspec.structs import replace

from jiheng.evidence.strength import strength_of
from jiheng.model.proof import FormProofs, Look, RowProof


def with_proofs(scored, given: dict):
    """Return a scored form with the proof of its rows; rows that are not given have none."""
    rows = []
    for row in scored.indicators:
        at = f"indicators[{row.index}]"
        looks = convert(given.get(at, []), tuple[Look, ...])
        rows.append(RowProof(at=at, strength=strength_of(looks), score=row.row.score, looks=looks))
    return replace(scored, proofs=FormProofs(rows=tuple(rows), claimed="0", supported="0"))
