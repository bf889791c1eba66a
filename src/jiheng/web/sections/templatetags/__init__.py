"""Tags of the rows that are out."""
