# Every command of the project; `make help` prints this list.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export PORT
# Two cores are enough: PostgreSQL and SQLite run side by side, one database a worker.
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help run test check check-fast check-long bench format messages browser clean

help: ## Print this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(VENV)/.runtime: requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 ou plus récent est nécessaire : installez python3."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 ou plus récent est nécessaire."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "Le module venv manque : installez python3-venv."; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: $(VENV)/.runtime ## Install, fill an empty database, and serve on http://localhost:8000 (PORT=… to change)
	@PORTAL_ENV=$${PORTAL_ENV:-development} $(BIN)/flask --app wsgi serve

test: $(VENV)/.dev browser ## Run the whole suite, on SQLite and on PostgreSQL where one answers
	PORTAL_ENV=development $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "not long"

check: check-fast test ## Exactly what decides: format, lint, types, imports, catalogues, tests

check-fast: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint portal/templates --lint --quiet
	$(BIN)/python scripts/messages.py check

check-long: check ## The full products: every page in the browser, vendored files rebuilt
	PORTAL_ENV=development $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m long

bench: $(VENV)/.dev ## Measure what docs/performance.md says
	$(BIN)/python -m bench

format: $(VENV)/.dev ## Put every file in the project's form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format --quiet .

messages: $(VENV)/.dev ## Bring the French and Occitan catalogues in step with the sources
	$(BIN)/python scripts/messages.py extract-update
	$(BIN)/python scripts/messages.py compile

# What the browser tests and the spelling test need: Debian's packages where this is root on Debian,
# and one line that says what is missing elsewhere.
browser:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium hunspell-oc >/dev/null; \
	  else echo "Chromium manque : les essais dans un navigateur seront passés, nommés un par un."; fi; }

clean: ## Remove what the commands above have made, but never instance/
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build
