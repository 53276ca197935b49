"""Settings of the tests: those of the application, a database of this run alone, and nothing slow or
outside.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Only what a test sets may decide; the developer's own tribunal in ./var is never touched.
_HOME = Path(tempfile.mkdtemp(prefix="curule-test-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ.update(CURULE_HOME=str(_HOME), CURULE_EMBEDDED="1", CURULE_SECRET_KEY="tests-only-" * 6)
for _name in ("CURULE_DEMO", "CURULE_DEBUG", "CURULE_BROKER_URL", "CURULE_STORE_URL", "CURULE_ALLOWED_HOSTS"):
    os.environ.pop(_name, None)
os.environ["CURULE_DATABASE_URL"] = (
    os.environ.get("CURULE_TEST_DATABASE_URL") or f"sqlite:///{_HOME}/unused.sqlite3"
)

from curule.settings import *  # noqa: E402, F403  # after the environment is set
from curule.settings import DATABASES, INSTALLED_APPS  # noqa: E402

INSTALLED_APPS += ["tests.web.audience_sample"]
# Several runs at once on one machine do not meet. A file, not memory: two connections then see each other
# as in life.
_sqlite = DATABASES["default"]["ENGINE"].endswith("sqlite3")
DATABASES["default"]["TEST"] = {
    "NAME": str(_HOME / "test.sqlite3") if _sqlite else f"curule_test_{os.getpid()}"
}
if _sqlite:
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True  # the files are looked up when asked for, not all at the start of each test
LAW_PATIENCE = 300.0  # what the pages say once the law is measured is what is tested
