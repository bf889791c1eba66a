"""A folder of mixed files, some of them made to do harm, read in one run; each has its truth."""
