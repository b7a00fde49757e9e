# Needs Python >= 3.10, git and make; everything else is set up in .venv.
#
#   make run     the terminal UI, or a few real answers where there is no terminal
#   make test    all tests
#   make lint    ruff, mypy, import layers, seeds, catalogs
#   make bench   the benchmarks, against their baselines, into docs/benchmarks.md; BENCH='--size 1000000' for all sizes
#   make tables  build the language tables from seeds/ again; tables-check only says whether they are stale
#   make catalogs  the texts of the interface out of the sources and into its languages; catalogs-check only tells
#   make screenshots  the pictures of the README, out of the app; make pictures those the tests compare the screens with
#   make clean   remove what the other targets made

VENV ?= .venv
BIN = $(VENV)/bin
CANDIDATES = $(PYTHON) python3 python3.13 python3.12 python3.11 python3.10 python
WORKS = import ensurepip, sqlite3, sys, venv; sys.exit(sys.version_info < (3, 10))

CATALOGS = $(patsubst %.po,%.mo,$(wildcard locales/*/LC_MESSAGES/*.po))

.PHONY: run test lint lint-ruff lint-format lint-types lint-layers lint-seeds bench catalogs catalogs-check screenshots pictures tables tables-check clean setup
.DELETE_ON_ERROR:

run: $(VENV)/.installed $(VENV)/.compiled $(CATALOGS)
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BIN)/zhengming; fi; \
	for name in "Ministry of Science and Technology" CAIEP 河北工业大学; do \
		echo "\$$ zhengming lookup \"$$name\""; $(BIN)/zhengming lookup "$$name" || exit $$?; echo; \
	done; \
	echo 'Try next:  $(BIN)/zhengming find hbsgjrcjlxh     (initials of a name in pinyin)'; \
	echo '           $(BIN)/zhengming show hebei-university-of-technology'; \
	echo '           $(BIN)/zhengming --help'

test: $(VENV)/.installed-test $(CATALOGS)
	$(BIN)/python -m pytest $(PYTEST)

lint: lint-ruff lint-format lint-types lint-layers lint-seeds catalogs-check
lint-ruff: $(VENV)/.installed-lint
	$(BIN)/ruff check .
lint-format: $(VENV)/.installed-lint
	$(BIN)/ruff format --check .
lint-types: $(VENV)/.installed-lint
	$(BIN)/mypy
lint-layers: $(VENV)/.installed-lint
	$(BIN)/lint-imports
lint-seeds: $(VENV)/.installed-lint
	$(BIN)/zhengming seeds check
	$(BIN)/zhengming seeds shares
	$(BIN)/zhengming seeds compare

bench: $(VENV)/.installed-test
	$(BIN)/python -m benchmarks $(BENCH)

catalogs: $(VENV)/.installed
	$(BIN)/python -m glossary.catalogs
catalogs-check: $(VENV)/.installed
	$(BIN)/python -m glossary.catalogs check

screenshots: $(VENV)/.installed-test $(CATALOGS)
	$(BIN)/python -m tests.tui.screenshots docs/screenshots
pictures: $(VENV)/.installed-test $(CATALOGS)
	ZM_PICTURES=1 $(BIN)/python -m pytest -q tests/tui/test_pictures.py
	@echo 'Look at each that git diff names.'

tables tables-check: $(VENV)/.installed-tables
	@for file in glossary/language/build*.py; do \
		$(BIN)/python -m "glossary.language.$$(basename "$$file" .py)" $(if $(findstring check,$@),--check) || exit $$?; \
	done

setup: $(VENV)/.installed-test $(VENV)/.installed-lint $(VENV)/.installed-tables

# One stamp for each group of dependencies, made anew when pyproject.toml changes.  Bytecode is compiled at once:
# an editable install may run where it cannot be written, and would then compile at every start.
$(VENV)/.installed: pyproject.toml $(VENV)/.made
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q $(wildcard glossary tui)
	@touch $@

$(VENV)/.installed-%: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group $*
	@touch $@

$(VENV)/.made:
	@for python in $(CANDIDATES); do \
		if "$$python" -c '$(WORKS)' 2>/dev/null; then found="$$python"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo 'Zhengming needs Python 3.10 or later with venv (on Debian: apt install python3-venv),' >&2; \
		echo 'or say which to use: make PYTHON=/path/to/python3' >&2; \
		exit 2; \
	fi; \
	"$$found" -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@touch $@

# The shipped entries, compiled into the user's cache: the first question need not wait for it.
$(VENV)/.compiled: $(wildcard seeds/*/*.yaml) $(VENV)/.installed
	@$(BIN)/python -m glossary.seeds compile
	@touch $@

# The interface's own catalogs; a wheel gets them from hatch_build.py.
%.mo: %.po | $(VENV)/.installed
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

clean:
	rm -rf $(VENV) .venv-3.* build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find glossary tui tests benchmarks -name __pycache__ -prune -exec rm -rf {} +
