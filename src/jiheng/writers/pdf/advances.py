"""How wide texts are in the Song font, in squares of type."""

# In 1/1000 square, from the blank to the tilde, as the font has them.
_LATIN = (
    *(256, 308, 376, 574, 550, 923, 779, 196, 364, 364, 478, 580, 327, 346, 327, 352),
    *(557, 471, 558, 557, 555, 558, 558, 549, 558, 562, 327, 327, 580, 580, 580, 432),
    *(912, 718, 670, 691, 770, 652, 629, 741, 853, 405, 403, 731, 625, 975, 796, 767),
    *(641, 767, 715, 567, 659, 797, 714, 1053, 700, 687, 605, 344, 352, 344, 580, 563),
    *(435, 557, 638, 538, 629, 547, 388, 566, 663, 332, 311, 607, 334, 974, 661, 596),
    *(638, 607, 462, 473, 367, 653, 548, 838, 564, 552, 498, 374, 316, 374, 580),
)
_ADVANCES = {chr(code): advance / 1000 for code, advance in enumerate(_LATIN, ord(" "))}
_ADVANCES["\u00a0"] = _ADVANCES[" "]


def width_of(text: str) -> float:
    """Return how wide a text is; a sign that is not Latin takes a whole square.

    Example:
        >>> round(width_of("20公里"), 2)
        3.12
    """
    return sum(_ADVANCES.get(sign, 1.0) for sign in text)
