"""What stands on everything that is made up."""

MARK = "模拟数据"
"""Stands in every file's name, in its first column and on every sheet."""
MARK_COLUMN = "simulated_data"
"""The first column, where headings are in ASCII."""
