# The tasks of a checkout. `make demo` and `make test` need Python 3.11+, pip and make, nothing else: each builds its own
# environment from pinned, hash-checked requirements and uses it again until they change.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PIP = $(PYTHON) -m pip --disable-pip-version-check --no-input -qq
# Packages beside the main one, as soon as their weights are there.
WEIGHTS := $(wildcard packages/*/src/*/manifest.json)
PACKAGES := . $(shell printf '%s\n' $(WEIGHTS) | cut -d/ -f1,2)
SOURCES := $(shell find src packages README.md -type f -not -name '*.pyc' 2>/dev/null)
TEST = .test/venv/bin/
NICE ?=
.DEFAULT_GOAL := help

.PHONY: demo test check lint types imports unit golden gate bench docs study readme requirements wheel clean help

help: ## these lines
	@sed -n 's/^\([a-z]*\):.*## /  make \1 \t/p' Makefile

demo: .demo/stamp ## read the sample articles, show a reading, write a ledger, serve the page
	@.demo/venv/bin/sayso demo

test: .test/stamp ## lint, types, import rules and all tests, in an environment of its own
	@$(MAKE) --no-print-directory check

check: lint types imports unit

lint: .test/stamp ## ruff: rules and format
	@echo "ruff check"; $(NICE) $(TEST)ruff check --quiet .
	@echo "ruff format --check"; $(NICE) $(TEST)ruff format --quiet --check .

types: .test/stamp ## mypy --strict
	@echo "mypy --strict"; $(NICE) $(TEST)mypy --strict src

imports: .test/stamp ## which room may import which
	@echo "lint-imports"; $(NICE) $(TEST)lint-imports --no-cache

unit: .test/stamp ## pytest
	@echo "pytest"; $(NICE) $(TEST)python -m pytest

golden: .test/stamp ## write the golden readings anew, to be reviewed as a diff
	@$(NICE) $(TEST)python -m tests.golden

gate: .test/stamp ## the evaluations of eval/floors.json; a fall fails (needs ../shared)
	@$(NICE) $(TEST)python -m eval.gate

bench: .test/stamp ## how fast it reads
	@$(NICE) $(TEST)python -m bench

docs: .test/stamp ## write docs/cli.md, docs/codebook.md and the figures of docs/method.md anew
	@$(TEST)python -m docs.reference
	@$(TEST)python -m docs.codebook
	@$(TEST)python -m docs.method

study: .test/stamp ## execute the study anew over the sample articles; over a ledger: make study LEDGER=file
	@$(NICE) $(TEST)python -m docs.study $(LEDGER)

readme: .test/stamp ## measure the figures and outputs in README.md anew (needs ../shared)
	@$(NICE) $(TEST)python -m docs.readme

wheel: .test/stamp ## dist/*.whl
	@$(PYTHON) -m pip --python $(TEST)python wheel -qq --no-deps --no-build-isolation --wheel-dir dist $(PACKAGES)

# For maintainers: pins the newest releases that fit, for every Python and platform at once. No address is written down.
requirements: ## pin the requirements anew (needs uv)
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url -q \
		pyproject.toml requirements/build.in -o requirements/runtime.txt
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url -q \
		--extra dev --extra others --extra spacy -c requirements/runtime.txt pyproject.toml requirements/build.in -o requirements/dev.txt

clean: ## remove the environments and what was built
	rm -rf .demo .test dist build out

# `venv --without-pip` and `pip --python` work where a system's Python comes without ensurepip.
define environment
	@test -n "$(PYTHON)" || { echo "sayso needs Python 3.11 or newer: install it, or make PYTHON=/path/to/python"; exit 2; }
	@echo "installing pinned requirements into $(1)/venv (once, about a minute)"
	@test -x $(1)/venv/bin/python || $(PYTHON) -m venv --without-pip $(1)/venv
	@$(PIP) --python $(1)/venv/bin/python install --require-hashes --no-deps -r requirements/$(2).txt
	@$(PIP) --python $(1)/venv/bin/python install --no-deps --no-build-isolation --force-reinstall $(3)
	@touch $(1)/stamp
endef

.demo/stamp: requirements/runtime.txt pyproject.toml $(SOURCES)
	$(call environment,.demo,runtime,$(PACKAGES))

.test/stamp: requirements/dev.txt pyproject.toml $(WEIGHTS)
	$(call environment,.test,dev,$(PACKAGES:%=-e %))
