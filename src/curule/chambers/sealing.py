"""How the papers of the Chambers are sealed: AES-256-GCM under a random key of the paper, which is wrapped for each member's X25519 key; a member's
private key under a passphrase (Argon2id). Nothing here knows the database or the web.
"""

from __future__ import annotations

import hashlib
import os
import struct

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

__all__ = ["NotOpened", "fingerprint", "make_pair", "new_key", "open_private", "opened", "public_of", "seal", "seal_private", "unwrap", "wrap"]

NONCE = 12
STEP = 1024
"""Lengths are filled up to a multiple of this, so that the size of a sealed vote or comment tells nothing."""
PASSES, MEMORY, LANES = 3, 64 * 1024, 2
"""Argon2id: passes, KiB, lanes."""


class NotOpened(Exception):
    """It does not open: another key, another passphrase, another place, or changed bytes. Which, nobody can tell."""


def new_key() -> bytes:
    """A random key of 256 bits."""
    return os.urandom(32)


def seal(key: bytes, content: bytes, bound: bytes) -> bytes:
    """Content sealed under a key and bound to a place, which must be named again to open it."""
    filled = struct.pack(">I", len(content)) + content
    filled += bytes(-len(filled) % STEP)
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, filled, bound)


def opened(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    """What :func:`seal` sealed.

    :raises NotOpened: it does not open.
    """
    try:
        filled = AESGCM(key).decrypt(bytes(sealed[:NONCE]), bytes(sealed[NONCE:]), bound)
    except (InvalidTag, ValueError):
        raise NotOpened from None
    (length,) = struct.unpack(">I", filled[:4])
    return filled[4:4 + length]


def make_pair() -> tuple[bytes, bytes]:
    """A new private key and its public one, 32 bytes each."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public key that belongs to a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def wrap(public: bytes, secret: bytes, bound: bytes) -> bytes:
    """A secret that only the holder of the private key that belongs to ``public`` opens."""
    once = X25519PrivateKey.generate()
    offered = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(bytes(public)))
    return offered + seal(_derived(shared, offered + bytes(public)), secret, bound)


def unwrap(private: bytes, wrapped: bytes, bound: bytes) -> bytes:
    """What :func:`wrap` wrapped.

    :raises NotOpened: it was wrapped for somebody else, for another place, or changed.
    """
    offered = bytes(wrapped[:32])
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(offered))
    except ValueError:
        raise NotOpened from None
    return opened(_derived(shared, offered + public_of(private)), bytes(wrapped[32:]), bound)


def _derived(shared: bytes, said: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=None, info=b"curule chambers wrap 1" + said).derive(shared)


def seal_private(private: bytes, passphrase: str, bound: bytes) -> tuple[bytes, bytes]:
    """A private key sealed under a passphrase, and the salt that belongs to it."""
    salt = os.urandom(16)
    return seal(_stretched(passphrase, salt), private, bound), salt


def open_private(sealed: bytes, salt: bytes, passphrase: str, bound: bytes) -> bytes:
    """The private key.

    :raises NotOpened: another passphrase.
    """
    return opened(_stretched(passphrase, bytes(salt)), sealed, bound)


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return hash_secret_raw(passphrase.encode(), salt, time_cost=PASSES, memory_cost=MEMORY, parallelism=LANES, hash_len=32, type=Type.ID)


def fingerprint(public: bytes) -> str:
    """Six groups of four signs by which two people compare a key, over the telephone say."""
    told = hashlib.sha256(bytes(public)).hexdigest()[:24].upper()
    return " ".join(told[at:at + 4] for at in range(0, 24, 4))
