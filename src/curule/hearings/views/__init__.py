"""Pages and feeds of hearings."""
