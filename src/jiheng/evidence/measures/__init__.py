"""From a saved question to the queries that answer it."""
