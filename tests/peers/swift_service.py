"""An OpenStack Swift of one node with its S3 interface, in one process: ``python swift_service.py folder``. Prints its port when it answers.

Run by the Python of the peers' environment; it imports nothing of ours.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import eventlet

eventlet.monkey_patch()

from eventlet import wsgi  # noqa: E402
from swift.common import utils  # noqa: E402
from swift.common.ring import RingBuilder  # noqa: E402
from swift.common.wsgi import loadapp  # noqa: E402

PROXY = """[DEFAULT]
swift_dir = {folder}
log_level = CRITICAL
[pipeline:main]
pipeline = catch_errors cache s3api tempauth proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:s3api]
use = egg:swift#s3api
s3_acl = false
location = us-east-1
check_bucket_owner = false
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
"""
SERVER = """[DEFAULT]
swift_dir = {folder}
devices = {folder}/devices
mount_check = false
log_level = CRITICAL
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
"""


def main(folder: Path) -> None:
    """Make the rings and the configuration, start the four servers, and serve until killed."""
    (folder / "devices" / "d1").mkdir(parents=True, exist_ok=True)
    (folder / "swift.conf").write_text("[swift-hash]\nswift_hash_path_suffix = tests\n[storage-policy:0]\nname = one\ndefault = yes\n")
    utils.set_swift_dir(str(folder))
    utils.validate_hash_conf()
    sockets = {kind: eventlet.listen(("127.0.0.1", 0)) for kind in ("object", "container", "account", "proxy")}
    for kind in ("object", "container", "account"):
        builder = RingBuilder(2, 1, 0)
        builder.add_dev({"id": 0, "region": 1, "zone": 1, "weight": 1.0, "ip": "127.0.0.1", "port": sockets[kind].getsockname()[1], "device": "d1",
                         "replication_ip": "127.0.0.1", "replication_port": sockets[kind].getsockname()[1]})
        builder.rebalance()
        builder.get_ring().save(str(folder / f"{kind}.ring.gz"))
    quiet = open(os.devnull, "w")  # noqa: PTH123, SIM115
    for kind, listening in sockets.items():
        path = folder / f"{kind}.conf"
        path.write_text((PROXY if kind == "proxy" else SERVER).format(folder=folder, kind=kind))
        app = loadapp(str(path), global_conf={"log_level": "CRITICAL"})
        eventlet.spawn(wsgi.server, listening, app, quiet)
    sys.stdout.write(f"{sockets['proxy'].getsockname()[1]}\n")
    sys.stdout.flush()
    eventlet.sleep(24 * 3600)


main(Path(sys.argv[1]))
