"""Pictures of made-up forms as scanners and telephones take them, with the truth beside them.

``sheets(pdf)`` draws the pages of a PDF of ours and knows every cell on them; ``scanned(sheet,
degree, seed)`` and ``photographed(sheet, degree, seed)`` give a ``Shot``: the file's bytes, and
every cell and line of text with its corners in pixels of that file. The readers are unknown here.
Needs the packages of ``jiheng[scan]``.
"""

from jiheng.corpus.scanning.phone import photographed
from jiheng.corpus.scanning.scanner import scanned
from jiheng.corpus.scanning.sheet import Sheet, sheets
from jiheng.corpus.scanning.shot import SeenCell, SeenLine, Shot

__all__ = ["SeenCell", "SeenLine", "Sheet", "Shot", "photographed", "scanned", "sheets"]
