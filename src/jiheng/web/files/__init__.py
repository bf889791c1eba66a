"""Files that people hand in: kept once by their content, under the data folder."""
