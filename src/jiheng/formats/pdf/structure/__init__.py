"""The objects that a PDF file is written as, found by its own table of places and left as bytes."""
