"""What follows from a review: 整改, its ledger, the use of results, the circular."""
