"""The readers: one for each way in which the files print an instrument."""
