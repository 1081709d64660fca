# Sets up, serves, builds and tests the edition; `make help` lists the targets.
# Kept to GNU make 3.81, which is what macOS has.

PYTHON ?= python3
PORT ?= 8000
UPGRADE ?=
ROUNDS ?= 15
ONLY ?=
DATE = $(shell date +%Y-%m-%d)

VENV := .venv/bin/python
# pip says errors only: a warning would be about somebody's own pip settings.
PIP := $(VENV) -m pip --quiet --quiet --disable-pip-version-check --no-input
# One file for all systems and Pythons; no settings from outside, so no host or path in the result.
COMPILE := $(VENV) -m uv --quiet --no-config pip compile --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make requirements' $(UPGRADE)
# A browser writes to its user's folders even when its profile is elsewhere: in the checkout, then.
HOME_FOLDERS = XDG_CONFIG_HOME='$(CURDIR)/.build/home' XDG_CACHE_HOME='$(CURDIR)/.build/home' \
	XDG_DATA_HOME='$(CURDIR)/.build/home'

# Where MkDocs cannot read its settings it says so in its own words, without a line: so they are read before.
SETTINGS = PYTHONPATH=overrides/hooks $(VENV) -m edition settings

CORES := -n auto --dist loadfile --no-loadscope-reorder

define pytest
@mkdir -p .build
@$(HOME_FOLDERS) $(VENV) -m pytest --basetemp=.build/pytest $(1)
endef

# What does not say --only measures all.
BENCH = @$(HOME_FOLDERS) PYTHONPATH=tests:overrides/hooks $(VENV) -m bench --rounds $(ROUNDS) $(if $(ONLY),--only $(ONLY))

# Material's banner about MkDocs 2 says nothing that a reader of the build's output can act on.
export NO_MKDOCS_2_WARNING := 1
# No __pycache__ beside the hooks, which MkDocs would watch: what Python compiles is kept in a folder of its own.
export PYTHONPYCACHEPREFIX := $(CURDIR)/.build/bytecode

.PHONY: help serve build mistakes check test browsers register edition bench bench-growth format lint pictures accept screenshot browser requirements clean
.NOTPARALLEL:

help: ## List the targets (PYTHON=python3.12 names another Python for the first run)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

serve: .venv/site.stamp ## Serve on 127.0.0.1:8000 and reload on every change (PORT=8001: elsewhere)
	$(call need,$(VENV) -c '$(IS_FREE)',Port $(PORT) is taken; for another: make serve PORT=8001)
	@$(SETTINGS)
	@$(VENV) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

# MkDocs empties its target first and fails last: so only a whole site takes the place of the last.
build: .venv/site.stamp ## Build site/; a build that fails leaves the last good one as it was
	@$(SETTINGS)
	@rm -rf .build/site .build/old
	@$(VENV) -m mkdocs build --strict --site-dir .build/site
	@test -d .build/site && { test ! -e site || mv site .build/old; } && mv .build/site site
	@rm -rf .build/old
	@echo 'Built site/'

mistakes: .venv/site.stamp ## List what is wrong in pages, bibliography and tables, without building
	@PYTHONPATH=overrides/hooks $(VENV) -m edition check

# What is new is added, what vanished or moved has stopped the build before.
register: build ## Add new addresses to the register, docs/data/register.csv; it never loses a line
	@PYTHONPATH=overrides/hooks $(VENV) -m edition register site

# On every core at once, a file on one of them.
test: browser lint ## Prove it: formatter, linter, type checker and every test
	$(call pytest,$(CORES))

check: lint ## The quick round: all of `make test` but what takes a browser or builds a site
	$(call pytest,$(CORES) -m 'not whole')

browsers: .venv/test.stamp ## Try in Firefox and WebKit what only a browser knows; says what to install first
	@PYTHONPATH=tests $(VENV) -m engines.starting
	$(call pytest,tests/engines)

bench: browser ## Measure against bare HTML and plain Material; fails over budget (ROUNDS=5 ONLY=search: less)
	$(BENCH) --times 10

bench-growth: browser ## Measure what ten and a hundred times the content cost, beside plain Material
	$(BENCH) --times 10 100 --only growth

format: .venv/test.stamp ## Format the Python files, and mend what the linter can
	@$(VENV) -m ruff check --fix .
	@$(VENV) -m ruff format .

lint: .venv/test.stamp ## Check format, lint and types of the Python files
	@$(VENV) -m ruff format --check .
	@$(VENV) -m ruff check .
	@$(VENV) -m mypy

edition: .venv/site.stamp ## Date the edition and freeze it below docs/editions/ (DATE=2026-11-24: that day)
	@PYTHONPATH=overrides/hooks $(VENV) -m edition publish '$(DATE)'

pictures: browser build ## Render the key pages into .build/pictures/ and say what changed
	@$(HOME_FOLDERS) $(VENV) tests/pictures.py render

accept: .venv/test.stamp ## Accept the pictures last rendered, to compare later ones with
	@$(VENV) tests/pictures.py accept

screenshot: browser build ## Make the README's screenshot
	@$(HOME_FOLDERS) $(VENV) tests/pictures.py screenshot

browser: .venv/test.stamp
	@$(VENV) tests/browser.py

requirements: .venv/test.stamp ## Remake the .txt from the .in (UPGRADE=--upgrade: anew)
	@$(COMPILE) --output-file requirements.txt requirements.in
	@$(COMPILE) --output-file requirements-test.txt requirements-test.in

clean: ## Remove everything that make has made
	@rm -rf site .build .cache .venv

# A stamp is as new as the requirements it stands for, so a second run installs nothing.
.venv/site.stamp: requirements.txt $(VENV)
	$(install)

.venv/test.stamp: requirements-test.txt $(VENV)
	$(install)

# The system's Python may have been replaced under the environment, which then has lost its pip.
define install
@$(VENV) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
@echo 'Installing $< into .venv (a minute or two, this once)'
@$(PIP) install --require-hashes --only-binary :all: --requirement $<
@touch $@
endef

# Says what is missing before it tries: Python's own messages for these run to several lines.
$(VENV):
	$(call need,command -v $(PYTHON),There is no $(PYTHON): install Python 3.11 or newer. $(OTHER))
	$(call need,$(PYTHON) -c '$(IS_NEW)',$(PYTHON) is older than Python 3.11. $(OTHER))
	$(call need,$(PYTHON) -c 'import ensurepip',$(PYTHON) lacks venv. $(DEBIAN))
	@$(PYTHON) -m venv --clear .venv

IS_FREE = import socket; socket.create_server(("127.0.0.1", $(PORT)))
OTHER := If it goes by another name: make PYTHON=python3.12
IS_NEW := import sys; sys.exit(sys.hexversion < 0x030b0000)
DEBIAN := Debian and Ubuntu have it in a package of its own: apt-get install python3-venv (as root)

define need
@$(1) >/dev/null 2>&1 || { echo '$(2)' >&2; exit 1; }
endef
