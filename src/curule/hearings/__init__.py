"""The calendar of hearings."""
