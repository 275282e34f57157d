"""A certificate that this program trusts, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import mailserver


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> mailserver.Certificate:
    """Make a certificate for localhost."""
    return mailserver.certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def trusted(certificate: mailserver.Certificate, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Trust that certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.certificate))
    return certificate.certificate
