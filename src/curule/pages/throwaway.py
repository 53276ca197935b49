"""A certificate authority to throw away: for demonstrations and tests. Its certificates say so in their names, and prove nothing about anybody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

__all__ = ["MARK", "ThrowawayAuthority"]

MARK = "DEMONSTRATION - NOT A REAL CERTIFICATE"
VALID = timedelta(days=730)


class ThrowawayAuthority:
    """An authority whose key lives in memory alone. ``write_root`` gives its certificate, ``write_key`` a person's key with a certificate."""

    def __init__(self, name: str = "Curule demonstration authority") -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named(name)
        self.root = self._certificate(self._name, self._key.public_key(), authority=True)

    def write_root(self, folder: Path) -> Path:
        """Its own certificate, as ``demonstration.pem``."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "demonstration.pem"
        path.write_bytes(self.root.public_bytes(serialization.Encoding.PEM))
        return path

    def write_key(self, path: Path, person: str, passphrase: str) -> Path:
        """A key for a person, as PKCS#12, readable by the owner of the file alone."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._certificate(_named(person), key.public_key(), authority=False)
        packed = pkcs12.serialize_key_and_certificates(person.encode(), key, certificate, [self.root],
                                                       serialization.BestAvailableEncryption(passphrase.encode()))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(packed)
        return path

    def _certificate(self, subject: x509.Name, public: ec.EllipticCurvePublicKey, *, authority: bool) -> x509.Certificate:
        now = datetime.now(UTC)
        usage = x509.KeyUsage(digital_signature=not authority, content_commitment=not authority, key_encipherment=False, data_encipherment=False,
                              key_agreement=False, key_cert_sign=authority, crl_sign=authority, encipher_only=False, decipher_only=False)
        return (x509.CertificateBuilder().subject_name(subject).issuer_name(self._name).public_key(public).serial_number(x509.random_serial_number())
                .not_valid_before(now - timedelta(hours=1)).not_valid_after(now + VALID)
                .add_extension(x509.BasicConstraints(ca=authority, path_length=0 if authority else None), critical=True)
                .add_extension(usage, critical=True)
                .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
                .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
                .sign(self._key, hashes.SHA256()))


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64]), x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, MARK)])
