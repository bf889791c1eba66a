"""Plain text: tab-separated rows, Markdown pipes, or one cell a line."""

from jiheng.readers.text.blocks import read_text

__all__ = ["read_text"]
