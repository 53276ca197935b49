"""An application of the tests: one model with an audience, before the records have theirs."""
