"""How strong the proof of a row is, by what was seen of its papers."""

from jiheng.model.proof import Look, Strength


def strength_of(looks: tuple[Look, ...]) -> Strength:
    """Return how strong the proof is: as the best of it, but weak where a ledger contradicts.

    Example:
        >>> strength_of((Look(paper="名单.xlsx", kind="people", value="120", fits=True),)).value
        'sufficient'
    """
    measured = [look.fits for look in looks if look.kind == "measured"]
    if any(measured):
        return Strength.RECOMPUTED
    if False in measured:
        return Strength.WEAK
    if any(look.fits for look in looks):
        return Strength.SUFFICIENT
    if any(look.kind != "words" for look in looks):
        return Strength.WEAK
    return Strength.WORDS if looks else Strength.NONE
