# Two commands do everything on a fresh machine: `make demo` and `make test`. README.md has the way without make.

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.set-up
DEMO := build/demo
SMOKE := build/smoke

# The first of these that is there and runs; `make demo PYTHON=/path/to/python` names another.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)

.PHONY: help demo test check gate bench bench-search format smoke clean

help:
	@echo "make demo    set up and run the main job on the sample documents"
	@echo "make test    set up and run the tests"
	@echo "make check   everything before a commit: style, types, architecture, tests"
	@echo "make gate    check the pinned floors of what is found, on the samples and on the gold in QUOTES_GOLD"
	@echo "make bench   print what parsing costs: beside the models, beside textacy, in memory and from cold"
	@echo "make bench-search  what searching costs at three sizes, beside SQL by hand; beside beets from cold"
	@echo "make format  put the code into the project's style"
	@echo "make smoke   build the wheel and try it in a venv of its own"
	@echo "make clean   remove the venv and everything built"

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "quotes needs Python 3.11 or later: install it, or name it: make PYTHON=/path/to/python" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

demo: export QUOTES_DB = $(DEMO)/library.db
demo: $(STAMP)
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/quotes add data/samples
	$(BIN)/quotes docs
	$(BIN)/quotes search --speaker halik
	$(BIN)/quotes export --kind direct --output $(DEMO)/quotes.csv
	@head -n 5 $(DEMO)/quotes.csv
	$(BIN)/quotes cite --speaker oriz --limit 3 --style chicago
	@echo "The library of this demo is $(DEMO)/library.db; try: QUOTES_DB=$(DEMO)/library.db $(BIN)/quotes speakers" >&2

test: $(STAMP)
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest
	$(MAKE) gate

gate: $(STAMP)
	$(BIN)/quotes eval --gate

bench: $(STAMP)
	$(BIN)/python -m tests.bench.parsing
	$(BIN)/python -m tests.bench.speed

bench-search: $(STAMP)
	$(BIN)/python -m tests.bench.search

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

smoke: $(STAMP)
	rm -rf $(SMOKE)
	$(BIN)/python -m build --wheel --outdir $(SMOKE)/dist .
	$(PYTHON) -m venv $(SMOKE)/venv
	$(SMOKE)/venv/bin/python -m pip install --quiet --constraint constraints.txt $(SMOKE)/dist/*.whl
	$(SMOKE)/venv/bin/python -m pip check
	cd $(SMOKE) && QUOTES_DB=library.db venv/bin/quotes add ../../data/samples
	cd $(SMOKE) && QUOTES_DB=library.db venv/bin/quotes search --speaker halik

clean:
	rm -rf $(VENV) build dist
