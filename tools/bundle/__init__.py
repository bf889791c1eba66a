"""Makes the archive for an office without internet: ``make bundle``."""
