"""Texts as pages of other places give them, written by hand by those who did not know the readers."""
