"""The court record's filings and documents."""
