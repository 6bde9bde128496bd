"""Secure connections: the certificate has to be trusted and to name the host."""

import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from quotes.errors import SourceError
from quotes.sources.web.fetching import fetch
from tests.sources.web_server import HERE, PAGE, Names, Site, page, redirect, serving

NAME = "harbourpost.example"
NAMES = Names({NAME: [["127.0.0.1"]], "other.example": [["127.0.0.1"]], "127.0.0.1": [["127.0.0.1"]]})


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for one name, signed by itself; its key lies beside it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    folder = tmp_path_factory.mktemp("certificate")
    (folder / "key.pem").write_bytes(key.private_bytes(*plain))
    (folder / "certificate.pem").write_bytes(signed.public_bytes(Encoding.PEM))
    return folder / "certificate.pem"


@pytest.fixture(scope="module")
def site(certificate: Path) -> Iterator[Site]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, certificate.with_name("key.pem"))
    with serving(tls) as running:
        running.pages["/"] = page()
        yield running


def test_a_certificate_that_nobody_trusts_is_refused(site: Site) -> None:
    site.asked.clear()
    with pytest.raises(SourceError, match=r"certificate cannot be trusted \(self.signed certificate\)"):
        fetch(site.url(host=NAME), options=replace(HERE, resolve=NAMES))
    assert not site.asked


def test_a_trusted_certificate_is_checked_against_the_name(site: Site, certificate: Path) -> None:
    trusting = replace(HERE, resolve=NAMES, tls=ssl.create_default_context(cafile=certificate))

    fetched = fetch(site.url(host=NAME), options=trusting)

    assert fetched.source is not None
    assert fetched.source.original == PAGE.encode()
    assert site.asked["/"][-1]["host"] == f"{NAME}:{site.server_port}"
    for other in ("other.example", "127.0.0.1"):
        with pytest.raises(SourceError, match="certificate cannot be trusted"):
            fetch(site.url(host=other), options=trusting)


def test_a_server_without_tls_is_said() -> None:
    with serving() as plain, pytest.raises(SourceError, match=r"no secure connection|broke off"):
        fetch(plain.url().replace("http:", "https:"), options=HERE)


def test_a_redirect_to_an_untrusted_site_is_refused(site: Site) -> None:
    with serving() as plain:
        plain.pages["/"] = redirect(site.url())
        with pytest.raises(SourceError, match="certificate cannot be trusted"):
            fetch(plain.url(), options=HERE)


def test_a_redirect_out_of_a_secure_connection_is_refused(site: Site, certificate: Path) -> None:
    trusting = replace(HERE, resolve=NAMES, tls=ssl.create_default_context(cafile=certificate))
    with serving() as plain:
        plain.pages["/"] = page()
        site.pages["/down"] = redirect(plain.url())
        site.pages["/up"] = redirect("/")
        with pytest.raises(SourceError, match=f"from https to http, .* name {plain.url()} itself"):
            fetch(site.url("/down", NAME), options=trusting)
        assert not plain.asked
        assert fetch(site.url("/up", NAME), options=trusting).fetch.address == site.url(host=NAME)
