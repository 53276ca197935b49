"""Pages of the Chambers."""
