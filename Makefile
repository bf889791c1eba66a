# make install | demo | test | check | docs | messages | bench | load | accuracy | accuracy-pages | planting | bundle | lock
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
TRANSLATIONS := $(wildcard src/jiheng/locale/*/LC_MESSAGES/*.po)

.PHONY: install demo test office browser check types style docs messages bench bench-corpus bench-spark load accuracy accuracy-pages planting fuzz bundle lock clean examples

install: $(STAMP) $(TRANSLATIONS:.po=.mo)

# uv is one of the pinned packages; pip puts it in, with its hash, and it puts in the rest.
$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	sed -n '/^uv==/,/[^\\]$$/p' requirements.lock > .venv/uv.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r .venv/uv.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	touch $(STAMP)

%.mo: %.po $(STAMP)
	$(BIN)/python -m tools.messages --compile

# The examples hold mistakes on purpose: finding them (exit code 1) is the success of the demo.
demo: install
	$(BIN)/jiheng audit examples/ -o out/ || [ $$? -eq 1 ]
	$(BIN)/jiheng audit examples-computed/*.docx --evidence examples-computed/佐证 -o out/computed/

# Types take as long as all the rest, and one core: both at once.
check: install
	@$(MAKE) --no-print-directory -j 2 types style

types: install
	$(BIN)/pyright

style: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/python -m tools.docs --check

# LibreOffice opens and recalculates what we write; where it cannot be had, those tests say so.
office:
	@command -v soffice >/dev/null || [ "$$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null || \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
	    libreoffice-writer libreoffice-calc fonts-noto-cjk >/dev/null; } || true

# Chromium opens our pages, with letters for them; where it cannot be had, those tests say so.
browser:
	@command -v chromium >/dev/null || [ "$$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null || \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
	    chromium fonts-noto-cjk >/dev/null; } || true

# To count lines takes as long again as to run them, so what tries the whole from outside goes uncounted,
# and so do the benchmarks' own tests and what waits for the compiler.
OUTSIDE = tests/web tests/fuzz tests/tools tests/house tests/benchmarks tests/scoring/kernels/test_compiled.py

test: check office browser
	$(BIN)/python -m pytest -n 2 --dist worksteal $(addprefix --ignore ,$(OUTSIDE)) --cov --cov-report=term:skip-covered
	$(BIN)/python -m pytest -n 2 --dist worksteal $(OUTSIDE)

docs: install
	$(BIN)/python -m tools.docs

messages: install
	$(BIN)/python -m tools.messages

bench: install
	$(BIN)/python -m benchmarks.run

# Scoring 10,000 to 5 million coded forms beside Polars, LibreOffice and the floor: a quarter of an hour.
bench-corpus: install office
	$(BIN)/python -m benchmarks.corpus --write

# One digest from threads, programs and Spark, and from Spark while one of its workers is killed.
bench-spark: install
	$(BIN)/python -m benchmarks.corpus_spark --write

# Fifty clerks on SQLite and on PostgreSQL, the lists at 20,000 forms and the dashboards at 50,000: a quarter of an hour on a machine that does nothing else.
load: install
	$(BIN)/python -m benchmarks.platform_load
	$(BIN)/python -m benchmarks.platform_load.lists
	$(BIN)/python -m benchmarks.platform_dashboards --database sqlite
	$(BIN)/python -m benchmarks.platform_dashboards --database postgresql

accuracy: install
	$(BIN)/python -m benchmarks.accuracy

# PDF, OFD, scans and photos, beside pdfplumber, img2table and rapidocr in a Python of their own: an hour.
accuracy-pages: install office browser out/peers/.installed
	$(BIN)/python -m benchmarks.accuracy_pages --peers out/peers/bin/python --write

out/peers/.installed: benchmarks/accuracy_pages/peers.txt $(STAMP)
	$(BIN)/uv venv --quiet --clear out/peers
	$(BIN)/uv pip install --quiet --python out/peers/bin/python --no-deps --require-hashes -r benchmarks/accuracy_pages/peers.txt
	touch $@

planting: install
	$(BIN)/python -m benchmarks.planting

fuzz: install
	$(BIN)/python -m pytest tests -m fuzz -q

examples: install
	$(BIN)/python -m tools.make_examples
	$(BIN)/python -m tools.make_computed

# One archive for each kind of machine without internet, in dist/; PLATFORM=linux-x86_64 makes one.
bundle: install
	$(BIN)/python -m tools.bundle $(if $(PLATFORM),--platform $(PLATFORM))

lock:
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra dev --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv out dist build .pytest_cache .ruff_cache .hypothesis
