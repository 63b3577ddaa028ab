"""A whole deployment on this machine: PostgreSQL, two processes of the workbook, and nginx with HTTPS before them."""

from __future__ import annotations

import ipaddress
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.house.tree import ROOT
from tests.journeys.server import Served, await_health, environment, free_port

TEMPLATE = ROOT / "deploy" / "nginx.conf.template"
AROUND = """daemon off; pid {folder}/nginx.pid; worker_processes 1; error_log {folder}/nginx-error.log crit;
events {{ worker_connections 512; }}
http {{
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  include {folder}/workbook.conf;
}}
"""


@dataclass
class Replica:
    """One process of the workbook; `stop` ends it as a crash does."""

    folder: Path
    port: int
    own: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None

    @property
    def served(self) -> Served:
        """Its own address and its log."""
        return Served(
            f"http://127.0.0.1:{self.port}", self.folder / "server.log", self.process.pid if self.process else 0
        )

    def start(self) -> None:
        """Start it, if it does not run."""
        if self.process:
            return
        flags = ["--server.address", "127.0.0.1", "--server.port", str(self.port)]
        with self.served.log.open("ab") as written:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "serve.py", *flags],
                cwd=ROOT,
                env=environment(self.folder) | dict(self.own),
                stdout=written,
                stderr=subprocess.STDOUT,
            )
        await_health(self.process, self.served.address, self.served.log)

    def stop(self) -> None:
        """Kill it."""
        if self.process:
            self.process.kill()
            self.process.wait(timeout=20)
        self.process = None


@dataclass
class Deployment:
    """A running deployment: its address, its processes, and the proxy's log."""

    address: str
    replicas: tuple[Replica, Replica]
    log: Path

    @property
    def served(self) -> Served:
        """The address as a reader wants it, with the proxy's log."""
        return Served(self.address, self.log)

    def connections(self, number: int) -> int:
        """Return how many connections a replica holds open now."""
        port = int(self.replicas[number].served.address.rsplit(":", 1)[1])
        wanted, listening = f"0100007F:{port:04X}", "01"
        rows = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
        return sum(1 for row in rows if row[1] == wanted and row[3] == listening)


@contextmanager
def deployment(folder: Path, database_url: str, pepper: str) -> Iterator[Deployment]:
    """Run it all; end it all afterwards."""
    port, plain_port = free_port(), free_port()
    address = f"https://127.0.0.1:{port}"
    own = {
        "DATABASE_URL": database_url,
        "PUBLIC_URL": address,
        "WB_REPLICAS": "2",
        "WB_PEPPER": pepper,
        "STREAMLIT_SERVER_COOKIE_SECRET": "11" * 32,
        "FORWARDED_ALLOW_IPS": "127.0.0.1",
    }
    with ExitStack() as stack:
        first, second = (stack.enter_context(_replica(folder / str(number), own)) for number in (1, 2))
        certificate, key = _certificate(folder)
        values = {
            "SERVER_NAME": "127.0.0.1",
            "LISTEN": f"127.0.0.1:{port}",
            "LISTEN_PLAIN": f"127.0.0.1:{plain_port}",
            "APP_1": first.served.address.removeprefix("http://"),
            "APP_2": second.served.address.removeprefix("http://"),
            "CERTIFICATE": str(certificate),
            "CERTIFICATE_KEY": str(key),
        }
        log = stack.enter_context(_nginx(folder, values))
        yield Deployment(address, (first, second), log)


@contextmanager
def _replica(folder: Path, own: Mapping[str, str]) -> Iterator[Replica]:
    folder.mkdir()
    found = Replica(folder, free_port(), own)
    try:
        found.start()
        yield found
    finally:
        found.stop()


@contextmanager
def _nginx(folder: Path, values: Mapping[str, str]) -> Iterator[Path]:
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not program:
        pytest.fail("nginx is needed for this journey: apt-get install -y nginx-light", pytrace=False)
    log, text = folder / "access.log", TEMPLATE.read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", value)
    text = text.replace("/dev/stdout", str(log)).replace("/dev/stderr", str(folder / "nginx-error.log"))
    (folder / "workbook.conf").write_text(text, encoding="utf-8")
    whole = folder / "nginx.conf"
    # Started as root its workers would be another user, who may not enter this folder.
    whole.write_text(("user root; " if os.getuid() == 0 else "") + AROUND.format(folder=folder), encoding="utf-8")
    log.touch()
    process = subprocess.Popen([program, "-p", str(folder), "-c", str(whole)], stderr=subprocess.PIPE)
    try:
        yield log
    finally:
        process.terminate()
        process.wait(timeout=20)


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate, private = folder / "fullchain.pem", folder / "privkey.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    private.write_bytes(key.private_bytes(*form))
    return certificate, private
