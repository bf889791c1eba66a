"""Sealed dossiers: a form with all that belongs to it, in a zip that shows every change."""
