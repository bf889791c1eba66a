"""Forms in their versions, and every change of a cell."""
