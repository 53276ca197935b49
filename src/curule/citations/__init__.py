"""References to provisions, cases and filings of international tribunals, found in text. Standard library and the law engine only."""
