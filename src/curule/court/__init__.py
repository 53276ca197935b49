"""Screens of what only some tribunals have: jurisdiction by State and day, a situation with its cases, ballots, admissibility."""
