"""Queries run by DuckDB in a program of its own that sees the copies and nothing else."""
