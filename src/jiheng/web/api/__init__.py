"""What programs of others may ask of the platform: the same as its pages, in JSON."""
