"""The kinds of matter of the Mechanism: where each stands, concern by concern."""
