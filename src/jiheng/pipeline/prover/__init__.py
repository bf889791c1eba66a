"""Proofs over a rule pack: what is wrong with it, each with a form that shows it."""

from jiheng.pipeline.prover import doubled, firing, lists
from jiheng.pipeline.prover.agreement import disagreements
from jiheng.pipeline.prover.coverage import uncovered
from jiheng.pipeline.prover.fault import Fault, Proof
from jiheng.rulebook.pack import Pack

__all__ = ["Fault", "disagreements", "prove", "uncovered"]

PROOFS: tuple[Proof, ...] = (*lists.PROOFS, *firing.PROOFS, *doubled.PROOFS)
"""Every proof, in the order in which faults are told."""


def prove(pack: Pack) -> tuple[Fault, ...]:
    """Return the faults of a pack by itself: lists that do not close, dead rules, double ones."""
    return tuple(fault for proof in PROOFS for fault in proof(pack))
