"""What a host starts from: the image holds all that runs and nothing else; compose, proxy and example agree."""

from __future__ import annotations

import re
from fnmatch import fnmatch

import pytest

from tests.house.tree import ROOT, code_files, shown

DEPLOY = ROOT / "deploy"
IMAGE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
PROXY = (DEPLOY / "nginx.conf.template").read_text(encoding="utf-8")
COPIES = [line.split()[1:] for line in IMAGE.splitlines() if line.startswith("COPY ")]
COPIED = [source for *sources, _target in COPIES for source in sources]
ALLOWED = re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("source", COPIED)
def test_what_the_image_copies_is_there_and_reaches_it(source: str) -> None:
    assert (ROOT / source).exists()
    assert source in ALLOWED


def test_nothing_reaches_the_image_that_it_does_not_copy() -> None:
    assert sorted(ALLOWED) == sorted(COPIED)
    assert (ROOT / ".dockerignore").read_text(encoding="utf-8").startswith("*\n")


def test_all_that_runs_is_in_the_image() -> None:
    tops = {shown(path).split("/")[0] for path in code_files()}

    assert tops <= set(COPIED)
    assert {".streamlit", "requirements.txt"} <= set(COPIED)
    assert [path for path in ("tests", "docs", "deploy", ".git") if path in COPIED] == []


def test_the_image_runs_as_nobody_special_from_a_named_version() -> None:
    base = re.search(r"^FROM (\S+)$", IMAGE, re.MULTILINE)
    order = [line.split()[0] for line in IMAGE.splitlines() if line[:1].isupper()]

    assert base is not None
    assert ":" in base[1]
    assert not base[1].endswith(":latest")
    assert order.index("USER") < order.index("CMD")
    assert "USER workbook" in IMAGE
    assert not re.search(r"apt|curl|wget|sudo|ADD ", IMAGE)


def test_what_compose_needs_is_in_the_example() -> None:
    needed = set(re.findall(r"\$\{(\w+)", COMPOSE))
    told = set(re.findall(r"^(\w+)=", (DEPLOY / "example.env").read_text(encoding="utf-8"), re.MULTILINE))

    assert needed == told
    assert "PEPPER" not in " ".join(told)  # a file of its own, closed to others


def test_the_proxy_is_given_every_value_of_its_template() -> None:
    wanted = set(re.findall(r"\$\{(\w+)\}", re.sub(r"^#.*", "", PROXY, flags=re.MULTILINE)))
    proxy = COMPOSE[COMPOSE.index("\n  proxy:") : COMPOSE.index("\nsecrets:")]
    given = set(re.findall(r"^      (\w+): ", proxy, re.MULTILINE))

    assert wanted <= given


def test_two_processes_share_one_key_one_database_and_believe_the_proxy_alone() -> None:
    replicas = re.findall(r"^  (app-\d): \*app$", COMPOSE, re.MULTILINE)
    proxy = re.search(r"ipv4_address: ([\d.]+)", COMPOSE)

    assert f'WB_REPLICAS: "{len(replicas)}"' in COMPOSE
    assert proxy is not None
    assert f"FORWARDED_ALLOW_IPS: {proxy[1]}\n" in COMPOSE
    assert all(f"APP_{number}: app-{number}:8501" in COMPOSE for number in range(1, len(replicas) + 1))
    assert len(re.findall(r"^    ports:", COMPOSE, re.MULTILINE)) == 1  # the proxy's: nothing else can be reached


def test_what_git_leaves_out_holds_every_secret_of_a_host() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()

    assert all(
        any(fnmatch(name, line) for line in ignored) for name in ("deploy/.env", "deploy/tls/", "deploy/secrets/")
    )


def test_the_proxy_s_log_holds_no_query_no_referrer_and_no_browser() -> None:
    written = re.search(r"log_format sparing '([^']+)'", PROXY)
    known = {
        "$time_iso8601",
        "$said_addr",
        "$request_method",
        "$said_uri",
        "$status",
        "$body_bytes_sent",
        "$request_time",
    }

    assert written is not None
    assert set(written[1].split()) == known
    assert re.findall(r"access_log ([^;]+);", PROXY) == ["off", "/dev/stdout sparing"]
