"""An official letter: words and tables under headings → a Word file, a PDF file.

It is what an office writes about many forms. The form itself is laid out by ``writers.layout``.
"""

from jiheng.writers.letter.blocks import Block, Heading, Letter, Table, Words
from jiheng.writers.letter.docx import letter_docx
from jiheng.writers.letter.pdf import letter_pdf

__all__ = ["Block", "Heading", "Letter", "Table", "Words", "letter_docx", "letter_pdf"]
