"""The functions of pdfium, which are bound without types."""

from typing import Any

import pypdfium2.raw

pdfium: Any = pypdfium2.raw
