"""Fixtures of the tests of the application; a module or a folder may have a case or people of its own under the same names."""

from tests.web.registry_samples import case, counsel, officer, own_store, prosecutor

__all__ = ["case", "counsel", "officer", "own_store", "prosecutor"]
