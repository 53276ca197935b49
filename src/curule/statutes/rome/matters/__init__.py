"""The kinds of matter of the Court: where each stands, concern by concern."""
