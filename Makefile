# The front door. Needs Python 3.11 or newer with venv, and make; everything else is installed into .venv.

PYTHON ?= python3
export NO_MKDOCS_2_WARNING := 1
export VALIDATE_PYPROJECT_NO_NETWORK := 1

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TEST_READY := $(VENV)/.test-ready
# feedgen comes as source alone; all else as built, hashed wheels.
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-binary feedgen
CHECK_SCHEMA := $(BIN)/check-jsonschema --quiet --builtin-schema
ISSUE_FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
# What people decided about actors is left out: the scores are the build's own. SUMMARIES names a file to score summaries by.
EVAL = for seeds in seeds tests/gold/articles; do \
    $(BIN)/briefings explain --format json --seeds $$seeds --docs build/none || exit 1; \
  done | $(BIN)/python scripts/eval.py --floors tests/floors.yml $(if $(SUMMARIES),--summaries "$(SUMMARIES)")

# Folders count as well as files, so that a deleted page or seed is noticed.
INPUTS := mkdocs.yml $(shell find docs seeds scripts -not -path '*/__pycache__*' -not -path '*.egg-info*' -not -name '*.lock' 2>/dev/null | sed 's/ /\\ /g')

.DEFAULT_GOAL := help
.PHONY: help site serve test lint tests check eval floors bench lock clean

help:  ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

site: site/.built  ## Build the briefings and the site
	@echo "The site is in site/: open it with 'make serve', or put that folder on any web server."

# Another address, or a site for disk, is another site.
ifneq ($(strip $(SITE_URL) $(EDIT_URI) $(OFFLINE)),$(strip $(shell cat site/.built 2>/dev/null)))
.PHONY: site/.built
endif

site/.built: $(INPUTS) $(READY)
	$(BIN)/briefings build
	$(BIN)/mkdocs build --strict --quiet
	@echo "$$SITE_URL $$EDIT_URI $$OFFLINE" > $@

serve: $(READY)  ## Build the briefings, then open the live site on http://127.0.0.1:8000
	$(BIN)/briefings build
	$(BIN)/mkdocs serve --open

test: $(TEST_READY)  ## Types, lint, unit, golden and browser tests
	$(MAKE) --no-print-directory lint
	$(MAKE) --no-print-directory tests

lint: $(TEST_READY)  ## Style, types, spelling, the direction of imports, workflows and forms
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/validate-pyproject pyproject.toml
	$(CHECK_SCHEMA) vendor.github-workflows .github/workflows/*.yml
	$(CHECK_SCHEMA) custom.github-workflows-require-timeout .github/workflows/*.yml
	$(CHECK_SCHEMA) vendor.dependabot .github/dependabot.yml
	$(CHECK_SCHEMA) vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(CHECK_SCHEMA) vendor.github-issue-forms $(ISSUE_FORMS)
	$(BIN)/zizmor --offline --pedantic --quiet --no-progress .github

tests: $(TEST_READY)  ## Unit, golden and browser tests alone
	$(BIN)/python -m pytest

check: $(READY)  ## Check the pages people edited, and that the build would change nothing
	$(BIN)/briefings check
	$(BIN)/briefings build --check

eval: $(READY)  ## Score what the build finds against what people found, and hold it to its floors
	$(EVAL) --misses

floors: $(READY)  ## Raise the floors of 'make eval' to the present scores; none is lowered
	$(EVAL) --raise

bench: $(TEST_READY)  ## Measure what the program costs (PARTS="extraction startup": only these); fails nothing
	@PYTHONPATH=scripts $(BIN)/python -m bench $(PARTS)

lock: $(READY)  ## Pin the newest versions of all requirements (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade \
	  pyproject.toml scripts/requirements.in -o scripts/requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade \
	  -c scripts/requirements.txt tests/requirements.in -o tests/requirements.txt

clean:  ## Remove everything that can be made again
	rm -rf $(VENV) site build .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache scripts/*.egg-info

$(READY): pyproject.toml scripts/requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; '$(PYTHON)' is older. Name another one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what the build needs into $(VENV) ..."
	@$(PIP_INSTALL) -r scripts/requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_READY): $(READY) tests/requirements.txt
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP_INSTALL) -r tests/requirements.txt
	@touch $@
