"""Engines that score a corpus: one batch function, threads of this program or more machines."""
