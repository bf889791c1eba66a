"""A project over the years: how its targets, results and unit costs moved."""
