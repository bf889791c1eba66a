"""SQL over a corpus and what was found in it, by DuckDB in a locked program of its own."""
