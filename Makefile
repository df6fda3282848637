# make run          the main job on the founding article
# make run-en       the same on an English one
# make test         every check: ruff, mypy, pytest
# make quick        the checks that take seconds: no processes, Spark, browser, installations or huge inputs
# make test-oldest  pytest with the oldest dependencies that pyproject.toml allows
# make docs         the pages of docs/ as a site with the reference of the code, in build/docs; a warning is an error
# make man          the manual pages of the commands, in build/man
# make fuzz         random inputs of every kind, for SECONDS=60, from SEED=1
# make mutants      conditions that no test needs, of every plugin or of PLUGIN=money
# Each sets up a virtual environment by itself. Another Python, in an environment of its own: make test PYTHON=python3.13 VENV=.venv-3.13
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
ARTICLE := seeds/000_b1121ad0624d0098.txt
ARTICLE_EN := seeds/harbor-wall/article.txt
SECONDS := 60
SEED := 1

.PHONY: run run-en test quick check suite test-oldest docs man fuzz mutants clean

run: $(VENV)/installed
	$(BIN)/newsfacts extract $(ARTICLE)

run-en: $(VENV)/installed
	$(BIN)/newsfacts extract $(ARTICLE_EN)

test: check suite

quick: check
	$(BIN)/pytest -q -n auto -m "not slow"

# The same whatever Python it runs on.
check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

suite: $(VENV)/installed-dev
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder $(SELECT)

test-oldest:
	$(MAKE) suite VENV=.venv-oldest CONSTRAINTS="-c tests/oldest.txt"

docs: $(VENV)/installed-docs
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --fresh-env docs build/docs

man: $(VENV)/installed-docs
	$(BIN)/click-man --target build/man newsfacts

fuzz: $(VENV)/installed-dev
	PYTHONPATH=tests PYTHONHASHSEED=0 $(BIN)/python -m fuzz --seconds $(SECONDS) --seed $(SEED) $(FUZZER)

mutants: $(VENV)/installed-dev
	PYTHONPATH=tests PYTHONHASHSEED=0 $(BIN)/python -m mutants $(PLUGIN)

$(VENV)/installed: pyproject.toml | $(BIN)/pip
	$(INSTALL) -e .
	touch $@

$(VENV)/installed-dev: pyproject.toml | $(BIN)/pip
	$(INSTALL) $(CONSTRAINTS) -e '.[dev]'
	touch $@ $(VENV)/installed

$(VENV)/installed-docs: pyproject.toml | $(BIN)/pip
	$(INSTALL) -e '.[arrow,docs]'
	touch $@

$(BIN)/pip:
	@$(PYTHON) -c 'import ensurepip' || { echo 'make: $(PYTHON) cannot make virtual environments;' \
	  'install what it lacks (Debian, Ubuntu: apt install python3-venv) or name another: make PYTHON=…' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf .venv .venv-* .fuzz .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
