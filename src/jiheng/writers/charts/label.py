"""Names beside a drawing, cut to the room that there is."""

from jiheng.writers.layout.measure import width_of

CUT = "…"


def short_name(name: str, above: str) -> str:
    """Return a name without that of the place above it, which every row would begin with.

    Example:
        >>> short_name("云岭市教育局", "云岭市"), short_name("云岭市", "云岭市")
        ('教育局', '云岭市')
    """
    return name.removeprefix(above) or name


def cut_to(text: str, room: int) -> str:
    """Return a text that takes no more room than this, in half widths of a character.

    Example:
        >>> cut_to("人力资源和社会保障局", 20), cut_to("人力资源和社会保障局", 11)
        ('人力资源和社会保障局', '人力资源…')
    """
    if width_of(text) <= room:
        return text
    kept = text
    while kept and width_of(kept + CUT) > room:
        kept = kept[:-1]
    return kept + CUT
