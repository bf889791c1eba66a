"""Organisations, the people in them, and the roles that they hold."""
