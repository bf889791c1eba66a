"""Pages of narrow columns, copied line by line: which words make a cell is told by what they hold.

How wide a column is tells whether a line was broken there or the cell ends.
"""

from jiheng.readers.text.narrow.rows import narrow_rows

__all__ = ["narrow_rows"]
