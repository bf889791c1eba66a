"""复核: whoever judges a form gives each of its rows a score, with clause and reason."""
