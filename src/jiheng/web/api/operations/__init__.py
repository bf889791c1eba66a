"""The operations, a file a thing; each ends with what it offers."""
