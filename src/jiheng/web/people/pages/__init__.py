"""The pages of the administrators of system and security, and one's own log-ins."""
