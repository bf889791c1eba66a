"""Many forms: made up with their truth, written in any format, and spoilt on request."""
