"""An invented city to look around in."""
