# Two commands: `make course` sets everything up and grades a sample class; `make test` runs every test.
# Needs Python 3.11, 3.12 or 3.13 and make, on Linux or macOS. Windows: see README.md.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
COLAB := .venv-colab/.installed
# nbgrader calls alembic by name: the environment's programs must be found.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export OPENBLAS_NUM_THREADS := 1
PIP := -m pip install --quiet --disable-pip-version-check

.PHONY: course lab formgrader test proof calibrate lint lock clean setup

course: setup
	log2attn build
	log2attn sample
	log2attn grade
	log2attn report
	log2attn feedback
	@echo
	@echo "Learner:    make lab          opens JupyterLab on your next day"
	@echo "Instructor: make formgrader   opens JupyterLab on the class above (menu: Nbgrader > Formgrader)"
	@echo "Author:     CONTRIBUTING.md   how a day is written"

# jupyter/ holds each person's settings: without news and version checks, which ask other machines; for learners without the instructors' panels.
SETTINGS = JUPYTER_CONFIG_PATH="$(CURDIR)/jupyter/$(1)$${JUPYTER_CONFIG_PATH:+:$$JUPYTER_CONFIG_PATH}"

lab: setup
	$(call SETTINGS,learner) jupyter lab --ServerApp.root_dir="$(CURDIR)" "$$(log2attn take)"

formgrader: setup
	$(call SETTINGS,instructor) jupyter lab --ServerApp.root_dir="$(CURDIR)"

test: setup $(COLAB)
	python -m pytest

# Which changes of the worked solutions do the checks let through; do right answers pass for twenty seeds on both version sets?
# And do whole lessons run on both, and with a private seed; do docstrings' examples and suggested edits hold,
# are the figures clean? What goes well is kept in docs/proofs; only what is missing there is run.
proof: setup calibrate
	log2attn mutate
	LOG2ATTN_RUNS=keep python -m pytest tests/test_days.py tests/test_edits.py tests/test_figures.py tests/test_proof.py -k "notebook or private_seed or program or right_answers or examples or edits or every_figure"

calibrate: setup $(COLAB)
	log2attn calibrate

lint: setup
	ruff check . && ruff format --check . && mypy

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "log2attn needs Python 3.11, 3.12 or 3.13; this is %s. Name one: make course PYTHON=python3.12" % sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	$(BIN)/python $(PIP) --require-hashes -r requirements.lock
	$(BIN)/python $(PIP) --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(COLAB): tests/colab.lock
	$(PYTHON) -m venv .venv-colab
	.venv-colab/bin/python $(PIP) --require-hashes -r tests/colab.lock
	@touch $@

# The locks hold versions and hashes for Linux and macOS and Python 3.11 to 3.13, and no addresses.
lock: setup
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-strip-extras --quiet -o requirements.lock
	uv pip compile tests/colab.in --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet -o tests/colab.lock

clean:
	rm -rf .venv .venv-colab submitted feedback gradebook.db .log2attn my figures autograded/*
