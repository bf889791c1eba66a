"""Tests of what programs may ask of the platform."""
