"""The dashboards' own tags."""
