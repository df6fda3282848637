# make run: the main job on the founding article.  make test: every check.  make fuzz: random inputs.  All set up by themselves.
PYTHON ?= python3
BIN := .venv/bin
ARTICLE := seeds/000_b1121ad0624d0098.txt

SECONDS := 60
SEED := 1

.PHONY: run test fuzz clean

run: .venv/installed
	$(BIN)/newsfacts extract $(ARTICLE)

test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

fuzz: .venv/installed-dev
	PYTHONPATH=tests PYTHONHASHSEED=0 $(BIN)/python -m fuzz --seconds $(SECONDS) --seed $(SEED) $(FUZZER)

.venv/installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

.venv/installed-dev: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@ .venv/installed

clean:
	rm -rf .venv .fuzz .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
