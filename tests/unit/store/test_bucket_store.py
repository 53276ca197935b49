"""The preservation store in a bucket, against a real service: OpenStack Swift with its S3 interface."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.conftest import ROOT
from tests.peers import peer

from curule.store.bucket import BucketStore, client
from curule.store.faults import Damaged, NotKept, StoreError
from curule.store.inventory import SIDECAR, User
from curule.store.names import place_of
from curule.store.opening import open_store

CLERK = User("Registry clerk")
_prefixes = itertools.count(1)


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory):
    """A Swift that answers, with one account."""
    keys = {"AWS_ACCESS_KEY_ID": "test:tester", "AWS_SECRET_ACCESS_KEY": "testing"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in keys.items():
            patch.setenv(name, value)
        command = [peer("python"), str(ROOT / "tests/peers/swift_service.py"), str(tmp_path_factory.mktemp("swift"))]
        peer("swift-ring-builder")
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "PYTHONWARNINGS": "ignore"}) as service:
            assert service.stdout is not None
            address = f"http://127.0.0.1:{service.stdout.readline().strip()}"
            client(address, None).create_bucket(Bucket="records")
            yield address
            service.kill()


@pytest.fixture
def bucket(endpoint):
    """A store of its own in the bucket."""
    return open_store(f"s3://records/kept-{next(_prefixes)}?endpoint={endpoint}")


def whole(store, *asked, **part):
    with store.read(*asked, **part) as stream:
        return stream.read()


def test_versions_are_kept_and_verified(bucket):
    """Two versions are put, each reads as it was, a part is read, and verification finds nothing."""
    assert bucket.put("document/1", {"a/motion.pdf": b"one", "b": b"two"}, "filed", CLERK) == 1
    assert bucket.put("document/1", {"a/motion.pdf": b"three"}, "corrected", CLERK) == 2
    assert bucket.put("document/1", {"a/motion.pdf": b"three"}, "again", CLERK) == 2
    assert (whole(bucket, "document/1", "a/motion.pdf", 1), whole(bucket, "document/1", "a/motion.pdf")) == (b"one", b"three")
    assert (whole(bucket, "document/1", "a/motion.pdf", start=1, length=3), bucket.size("document/1", "a/motion.pdf")) == (b"hre", 5)
    assert (bucket.verify("document/1"), list(bucket.objects()), bucket.sweep()) == ([], ["document/1"], 0)
    with pytest.raises(NotKept):
        bucket.read("document/2", "a")


@pytest.mark.parametrize("path", ["v1/content/{}/b", "inventory.json", "inventory.json.sha512", "v1/inventory.json", "0=ocfl_object_1.1"])
def test_altered_bytes_are_found(bucket, path):
    """Whatever is overwritten in the bucket behind the store's back is told by verification."""
    bucket.put("o", {"b": b"two"}, "filed", CLERK)
    key = bucket._key("o", path.format(hashlib.sha512(b"two").hexdigest()[:16]))
    bucket._send(key, bucket._whole(key)[:-1] + b"?")
    assert bucket.verify("o") != []


def test_a_lost_object_of_the_service_is_found(bucket):
    """A file that was deleted in the bucket is told."""
    bucket.put("o", {"b": b"two"}, "filed", CLERK)
    bucket.service.delete_object(Bucket="records", Key=bucket._key("o", SIDECAR))
    assert [fault.kind for fault in bucket.verify("o")] == ["missing"]
    assert whole(bucket, "o", "b") == b"two", "the version's own inventory still proves it"
    assert bucket.sweep() == 1
    assert bucket.verify("o") == []


class Killed(BaseException):
    """The writer stops here."""


class Dying:
    """A service whose client dies before its n-th write."""

    def __init__(self, service, writes):
        self._service, self._left = service, writes

    def __getattr__(self, name):
        return getattr(self._service, name)

    def put_object(self, **asked):
        if self._left == 0:
            raise Killed
        self._left -= 1
        return self._service.put_object(**asked)


@pytest.mark.parametrize("writes", range(8))
def test_a_writer_that_dies_at_any_write_leaves_the_old_version_or_the_new(bucket, writes):
    """Killed before each of its writes in turn, the object reads as its old version or its new one, the next writer succeeds, and all verifies."""
    bucket.put("o", {"a": b"old"}, "first", CLERK)
    dying = BucketStore(Dying(bucket.service, writes), bucket.bucket, bucket.prefix.rstrip("/"))
    dying._declared = True
    finished = True
    try:
        dying.put("o", {"a": b"new", "b": b"more"}, "second", CLERK)
    except Killed:
        finished = False
    head = bucket.inventory("o").head
    assert whole(bucket, "o", "a") == (b"old" if head == 1 else b"new")
    assert head == 2 or not finished
    assert bucket.put("o", {"c": b"next"}, "third", CLERK) >= 2
    bucket.sweep()
    assert {fault.kind for fault in bucket.verify("o")} <= {"strange"}, "content that was never claimed waits for the sweep of forsaken files"


def test_forsaken_content_is_swept(bucket, monkeypatch):
    """Content of a version that was never claimed is removed once it is old, and nothing else is."""
    from datetime import timedelta

    bucket.put("o", {"a": b"old"}, "first", CLERK)
    bucket._send(bucket._key("o", "v2/content/0000/half"), b"half")
    assert bucket.sweep() == 0
    monkeypatch.setattr("curule.store.bucket.FORSAKEN", timedelta(seconds=-5))
    assert (bucket.sweep(), bucket.verify("o"), whole(bucket, "o", "a")) == (1, [], b"old")


def test_writers_at_the_same_time_all_succeed(bucket):
    """Eight versions put from four threads are all kept."""
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: bucket.put("shared", {f"f{n}": b"%d" % n}, "put", CLERK), range(8)))
    assert bucket.inventory("shared").head == 8
    assert sorted(bucket.inventory("shared").version().state) == [f"f{n}" for n in range(8)]
    assert bucket.verify("shared") == []


def test_an_object_without_a_proven_inventory_is_not_written_to(bucket):
    """Where no inventory agrees with its digest nothing is added, and the object is told as damaged."""
    bucket.put("o", {"a": b"old"}, "first", CLERK)
    for path in ("inventory.json", "v1/inventory.json"):
        bucket._send(bucket._key("o", path), b'{"id": "o"}')
    with pytest.raises(Damaged):
        bucket.put("o", {"b": b"x"}, "second", CLERK)
    assert (list(bucket.objects()), bucket.exists("o"), bucket.verify("o") != []) == (["o"], True, True)
    assert place_of("o") in bucket._key("o", "")


def test_the_service_refuses_bytes_that_changed_on_the_way(bucket):
    """The digest that is sent with each file lets the service refuse other bytes."""
    from botocore.exceptions import ClientError

    with pytest.raises(ClientError, match=r"BadDigest|did not match"):
        bucket._request("x", b"other", hashlib.md5(b"meant", usedforsecurity=False).digest(), {})


def test_a_wrong_secret_is_refused(endpoint, monkeypatch):
    """With another secret nothing can be written."""
    from botocore.exceptions import ClientError

    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wrong")
    with pytest.raises(ClientError):
        BucketStore(client(endpoint, None), "records", "wrong").put("o", {"a": b"x"}, "m", CLERK)


def test_other_addresses_are_refused():
    """An address that is neither a folder nor a bucket is told, with what would be right."""
    with pytest.raises(StoreError, match="CURULE_STORE_URL"):
        open_store("ftp://example.org/x")
