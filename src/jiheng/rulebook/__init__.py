"""Cited data: rule packs, layouts, units, words and messages, with their strict loaders."""
