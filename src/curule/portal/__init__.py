"""The public's window on the tribunal."""
