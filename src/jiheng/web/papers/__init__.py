"""The official form on paper and as files: print and export."""
