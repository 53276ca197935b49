"""Curule: runs an international criminal tribunal.

``curule.law`` is the engine of the law, ``curule.statutes`` the tribunals' packs; everything else is the
application.
"""

__version__ = "0.1.0"
