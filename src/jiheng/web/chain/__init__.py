"""The steps that a form goes through, and who moves it on."""
