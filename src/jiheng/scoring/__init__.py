"""Typed values to scores, in integers; knows no files and no words of its own."""
