"""What checks want to know of a form: amounts, weights, wording, prices, populations."""
