"""The preservation store: every file in versions that are never overwritten."""
