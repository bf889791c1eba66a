"""Files read into documents of grids, and grids recognised as forms."""
