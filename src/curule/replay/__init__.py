"""Replay: a real case's history asked of the law, act by act, with every divergence explained."""
