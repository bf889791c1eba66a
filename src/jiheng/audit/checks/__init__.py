"""One check a file, named by code and defect; beside each its cases in YAML."""
