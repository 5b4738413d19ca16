# Each command below sets up all it needs in .venv, and again only when the requirements change.

## make run     start the app on http://127.0.0.1:8501 (make run PORT=8600 for another port)
## make test    check style, types and house rules, then run every test
## make test-long   the browser tests that take minutes: accessibility, faults, odd text
## make test-faults   one hundred faults on journeys alone, and their count (SELFCHECK_SEED=7 for others)
## make test-replicas   three replicas behind nginx, killed and started again
## make test-spark   whole caseloads on Spark with two workers; installs Java, fetches 430 MB
## make mutants   break the rules in one place at a time: a test must notice (eight minutes)
## make lint    the checks alone
## make bench   measure rules, caseloads, clicks, visits and crowds (make bench PARTS="lasting outages")
## make screenshots   take the pictures of the README anew
## make docs    build the docs as a site in build/site
## make words   the reading age of every page and its hardest sentences
## make lock    remake the requirements files from pyproject.toml

PORT ?= 8501
ARGS ?=
PARTS ?=
BIN := .venv/bin

.PHONY: help run test test-long test-faults test-replicas test-spark \
        mutants lint bench words screenshots docs lock

help:
	@sed -n 's/^## //p' Makefile

run: .venv/.ready-to-run
	@$(BIN)/streamlit run app.py --server.address 127.0.0.1 --server.port $(PORT) $(ARGS)

test: lint
	@tools/get-chromium
	@$(BIN)/pytest --cov --numprocesses 2 --ignore tests/pages --ignore tests/web --ignore tests/browser $(ARGS)
	@$(BIN)/pytest --numprocesses 2 tests/pages tests/web $(ARGS)
	@$(BIN)/pytest --numprocesses 2 --dist worksteal tests/browser $(ARGS)

test-long: .venv/.ready-to-test
	@tools/get-chromium
	@$(BIN)/pytest -m long $(ARGS)

test-faults: .venv/.ready-to-test
	@tools/get-chromium
	@$(BIN)/pytest -m long tests/browser/test_faults.py $(ARGS)

test-replicas: .venv/.ready-to-test
	@tools/get-chromium
	@command -v nginx >/dev/null || command -v /usr/sbin/nginx >/dev/null || tools/apt-install nginx-light
	@$(BIN)/pytest -m replicas tests/replicas $(ARGS)

test-spark: .venv/.ready-for-spark
	@command -v java >/dev/null || tools/apt-install default-jre-headless
	@$(BIN)/pytest -m spark tests/caseload $(ARGS)

mutants: .venv/.ready-to-test
	@rm -rf mutants
	@$(BIN)/mutmut run $(ARGS)
	@$(BIN)/python tools/mutants.py

lint: .venv/.ready-to-test
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: .venv/.ready-to-test
	@tools/get-chromium
	@command -v nginx >/dev/null || command -v /usr/sbin/nginx >/dev/null || tools/apt-install nginx-light
	@$(BIN)/python -m bench $(PARTS)

words: .venv/.ready-to-test
	@$(BIN)/python -m tools.hardest_words $(ARGS)

screenshots: .venv/.ready-to-test
	@tools/get-chromium
	@$(BIN)/python -m tools.screenshots

docs: .venv/.ready-to-test
	@$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --conf-dir docs \
	  --doctree-dir build/doctrees . build/site
	@echo build/site/index.html

lock: .venv/.ready-to-test
	@tools/lock

.venv/.ready-to-run: requirements.txt pyproject.toml tools/set-up
	@tools/set-up requirements.txt
	@touch $@

.venv/.ready-to-test: requirements-dev.txt pyproject.toml tools/set-up
	@tools/set-up requirements-dev.txt
	@touch $@

# Spark comes as its source alone; what builds it is pinned and installed before.
.venv/.ready-for-spark: requirements-spark.txt .venv/.ready-to-test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input \
	  --no-build-isolation --require-hashes --requirement requirements-spark.txt
	@touch $@
