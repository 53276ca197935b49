"""Filters for pages of documents."""
