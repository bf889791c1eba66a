"""OFD (GB/T 33190), the national format of electronic documents: a zip of XML → pages."""
