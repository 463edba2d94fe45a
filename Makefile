# make demo: set up and build the samples · make test: set up and run every test · make check: what CI wants
# make bench: figures beside other programs, for example make bench BENCH="--only contract --json figures.json"
PYTHON ?= python3
BIN := .venv/bin
export JIAYI_LANG ?= $(if $(filter zh%,$(LANG)),zh,en)

.PHONY: demo test check bench lint wheel clean

demo: .venv/ready
	$(BIN)/jiayi build

test: .venv/ready-test
	$(BIN)/python -m pytest -n auto

lint: .venv/ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

bench: .venv/ready-test .venv-bench/ready
	$(BIN)/python tests/bench/run.py $(BENCH)

.venv/bin/python:
	sh tools/system.sh python
	$(PYTHON) -m venv .venv

.venv/ready: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	-$(BIN)/python tools/preview/vendor.py
	touch $@

.venv/ready-test: .venv/bin/python pyproject.toml tests/editor/package-lock.json tools/preview/package-lock.json
	sh tools/system.sh test
	$(BIN)/python -m pip install --quiet --editable ".[test]"
	$(BIN)/python tools/preview/vendor.py
	cd tests/editor && npm ci --silent --no-audit --no-fund
	touch .venv/ready $@

.venv-bench/ready: pyproject.toml tests/bench/install.py tests/bench/peers/package-lock.json
	$(PYTHON) tests/bench/install.py
	touch $@

wheel: .venv/ready-test
	$(BIN)/python -m build --wheel

clean:
	rm -rf .venv .venv-bench output build dist *.egg-info tests/editor/node_modules tests/bench/peers/node_modules tools/preview/node_modules templates/preview/vendor
