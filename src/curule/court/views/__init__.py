"""The pages of :mod:`curule.court`."""
