"""The user's own Office file with few changes: every byte that need not change stays."""
