"""Service and notification: who is told of what, with proof."""
