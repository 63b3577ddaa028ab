# One command to run, one to test. Both set up everything they need first.

PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
STAMP := $(VENV)/.pins
# A file stays in one process: with its browser and servers, and with what its tests count together.
# Half of a journey is waiting: three at a time keep two cores busy.
ABREAST := $(PY) -m pytest -n 3 --dist loadfile --no-loadscope-reorder
CODE := accord components web pages app.py serve.py
# They look at what is served from an environment of their own, and bring nothing into it.
AUDITORS := pip-audit==2.10.1 cyclonedx-bom==7.5.0
# The newest supported Python on this machine; PYTHON=... chooses another one.
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
  "$$p" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help run test check format-check lint types floors gates unit journeys bench torture load audit format cards screenshots chromium clean

help:  ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The stamp holds the pins it was made from: change a pin, and the next command installs it.
$(STAMP): requirements.txt requirements-dev.txt
	@if [ -z "$(PYTHON)" ]; then \
	  echo "Python 3.11 or newer, with venv, is needed. Debian: apt install python3 python3-venv. macOS: brew install python." >&2; exit 1; fi
	@[ -x $(PY) ] || "$(PYTHON)" -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@cat requirements.txt requirements-dev.txt > $@

run: $(STAMP)  ## Start the workbook at http://127.0.0.1:8501
	@$(PY) -c 'import socket; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", $(PORT)))' 2>/dev/null || { \
	  echo "Port $(PORT) is taken. Is the workbook running already? Look at http://127.0.0.1:$(PORT), stop it there, then try again." >&2; \
	  echo "It does not move to another port by itself: drafts kept in the browser belong to one address." >&2; exit 1; }
	$(BIN)/streamlit run serve.py --server.address 127.0.0.1 --server.port $(PORT) --server.allowedHosts 127.0.0.1 --server.allowedHosts localhost

test: check chromium  ## All checks, then all tests, the journeys in a real browser among them
	$(ABREAST)

check: format-check lint types floors gates  ## Format, lint, types, floors, figures

format-check: $(STAMP)
	$(BIN)/ruff format --check .

lint: $(STAMP)
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

floors: $(STAMP)
	PYTHONPATH=. $(BIN)/lint-imports

gates: $(STAMP)
	$(PY) -m pytest -q tests/house/test_gates.py

unit: $(STAMP)  ## All tests that need no browser
	$(ABREAST) -m "not journey"

journeys: $(STAMP) chromium  ## The journeys in a real browser alone, each in both widths and both languages
	WINDOWS=every $(ABREAST) tests/journeys

bench: $(STAMP)  ## Measure the arithmetic against its peers; ends with an error when a target is missed
	@$(PY) -m tests.bench

torture: $(STAMP) chromium  ## Every fault and attack of docs/security.md, tried often; about an hour
	@$(PY) -m tests.torture $(LINES)

load: $(STAMP)  ## Crowds on chapter 5 against plain pages, 12 minutes; WHAT="soak 30" or WHAT=papers for others
	@$(PY) -m tests.load $(WHAT)

audit:  ## What the workbook is made of, in build/sbom.json, and known holes in it; the second needs the network
	@[ -x build/audit/tools/bin/pip ] || "$(PYTHON)" -m venv build/audit/tools
	build/audit/tools/bin/pip install --quiet --disable-pip-version-check $(AUDITORS)
	@rm -rf build/audit/served && "$(PYTHON)" -m venv --without-pip build/audit/served
	build/audit/tools/bin/pip --python build/audit/served/bin/python install --quiet --disable-pip-version-check -r requirements.txt
	build/audit/tools/bin/cyclonedx-py environment --of JSON -o build/sbom.json build/audit/served/bin/python
	build/audit/tools/bin/pip-audit --strict --path build/audit/served/lib/python*/site-packages

format: $(STAMP)  ## Put the code into its one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

cards: $(STAMP)  ## Write the emergency cards as pages and pictures into build/cards
	$(PY) -m web.helppages build/cards

screenshots: $(STAMP) chromium  ## Take the pictures of the README from the running workbook
	$(PY) -m tests.journeys.screenshots

chromium: $(STAMP)
	@$(PY) -m tests.journeys.chromium

clean:  ## Remove the environment and all caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
