"""Columns of each worksheet from left to right: key of the heading, width in characters."""

Columns = tuple[tuple[str, int], ...]

ABOUT = (("unit", 18), ("project", 22), ("year", 7), ("file", 18), ("form", 8))
BETWEEN = (
    ("severity", 7),
    ("code", 7),
    ("name", 22),
    ("message", 52),
    ("cells", 38),
    ("mend", 16),
    ("printed", 12),
    ("expected", 12),
    ("difference", 10),
    ("advice", 34),
    ("law", 36),
    ("verified", 9),
)
FINDINGS = (
    *ABOUT, ("number", 6), *BETWEEN, ("group", 7), ("counted", 12), ("waived", 24),
)  # fmt: skip
FORMS = (
    *ABOUT,
    ("verdict", 12),
    ("score_printed", 10),
    ("score_low", 10),
    ("score_high", 10),
    ("grade_printed", 9),
    ("grade", 9),
    ("rate", 9),
    ("errors", 6),
    ("warnings", 6),
    ("infos", 6),
    ("stake", 9),
    ("priority", 9),
    ("pack", 30),
    ("pack_why", 34),
    ("doubts", 9),
)
REFUSED = (("file", 40), ("reason", 80))
