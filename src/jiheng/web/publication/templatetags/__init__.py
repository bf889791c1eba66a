"""Tags of the pages of publication."""
