"""Frozen types that every layer shares; this package imports nothing else of ours."""
