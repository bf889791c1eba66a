"""The report on a whole corpus."""
