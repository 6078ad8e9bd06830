# Everything runs in .venv, set up by the first command that needs it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
HOME_DEMO := var/demo

# Compiled files make every start after the first twice as fast.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo test check fast-tests web-tests browser-tests format messages lock bench clean

help: ## Show what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: setup ## Start Beide with the demo organisation on http://127.0.0.1:8000
	@BEIDE_HOME=$(HOME_DEMO) BEIDE_LOG_LEVEL=WARNING exec $(BIN)/beide demo

test: $(VENV)/dev browser servers check ## Run every check and test, the browser included
	$(BIN)/pytest tests -n 2 -m "not browser"
	$(BIN)/pytest tests/browser -n 2

check: $(VENV)/dev ## Run the fast checks: style, types, layers, templates, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djlint src --check --lint --quiet
	$(BIN)/python -m tools.messages check
	$(BIN)/python -m tools.django_checks
	$(BIN)/mypy

format: $(VENV)/dev ## Put code and templates in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint src --reformat --quiet

messages: $(VENV)/dev ## Take new words from the source and compile the Dutch
	$(BIN)/python -m tools.messages extract
	$(BIN)/python -m tools.messages compile

bench: $(VENV)/dev ## Measure: pages, imports, event logs
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.log

lock: $(VENV)/dev ## Lock newer dependencies, with hashes
	$(UV) pip compile -q --upgrade --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" pyproject.toml --group build -o requirements/run.txt
	$(UV) pip compile -q --upgrade --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" pyproject.toml --all-extras --group dev -c requirements/run.txt \
		-o requirements/dev.txt

setup: $(VENV)/run ## Install Beide in .venv, without the tools to develop it

clean: ## Remove the environment and the demo's data
	rm -rf $(VENV) var

# -- set-up, done once and again when the locked requirements change ----------------------------

$(UV): requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Beide needs Python 3.11 or newer. Give one: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $(UV)

$(VENV)/run: $(UV) requirements/run.txt pyproject.toml hatch_build.py
	@echo "Installing Beide in $(VENV) ..."
	@[ -f $(VENV)/dev ] || $(UV) pip install --quiet --require-hashes -r requirements/run.txt
	@$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: $(UV) requirements/dev.txt pyproject.toml hatch_build.py
	@$(UV) pip install --quiet --require-hashes -r requirements/dev.txt
	@$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.PHONY: browser servers
browser: $(VENV)/dev # a browser for the tests: the machine's own, or one that is installed now
	@$(BIN)/python -m tools.browser

servers: $(VENV)/dev # databases for the tests: the machine's own, or installed now where we may
	@$(BIN)/python -m tools.servers
