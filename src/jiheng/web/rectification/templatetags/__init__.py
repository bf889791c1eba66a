"""Tags of notices and of the use of results."""
