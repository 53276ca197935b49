"""The Chambers' own space: drafts, deliberation, signature."""
