"""Tags of the scans of a form."""
