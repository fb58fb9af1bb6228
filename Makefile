# Every target sets up what the machine lacks first (deploy/setup.sh); when nothing changed that takes a moment.
#
#   make run     set up everything and run the demo; HALL=name chooses the hall
#   make test    set up everything and run all tests; ARGS=... is passed to pytest
#   make check   format, lint, types, import contracts, QML, tests
#   make bench   measure this machine (docs/bench.md); ARGS=... is passed to hallcall bench
#   make pictures  the README's pictures again, from the running programs, and every screen in every state: ten minutes
#   make fmt     put the code into shape
#   make lock    work out requirements.lock again; UPGRADE=1 takes the newest of every range
#   make clean   remove what was built; .venv stays
#
# HALLCALL_REQUIRE_ALL=1   a skipped test is a failed one
# TESTED=1                 make check leaves its tests out: `make test` has just passed on the same files

.DEFAULT_GOAL := help
.PHONY: help run test bench check lint setup setup-run pictures lock fmt clean
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
RUN_SCREENS := $(if $(DISPLAY)$(WAYLAND_DISPLAY),,--headless --out out/demo)
# Two at a time more than there are cores, up to four, for tests also wait. A file on one of them: what it starts is started once.
# Files go out in the order of tests/conftest.py, the long ones first.
# A worker that crashes is not replaced: with files kept together pytest-xdist 3.8 then waits for ever near the end.
WORKERS := $(shell n=$$(nproc); [ $$n -lt 3 ] && echo $$((n + 2)) || echo 4)
# What the programs that tests start by the hundred have compiled is kept, whatever the shell says.
PYTEST := PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -W error -n $(WORKERS) --dist loadfile --no-loadscope-reorder \
	--max-worker-restart=0

help:
	@sed -n '2,/^$$/s/^# \{0,1\}//p' Makefile

setup:
	@deploy/setup.sh test

setup-run:
	@deploy/setup.sh run

run: setup-run
	$(BIN)/hallcall demo $(if $(HALL),--hall $(HALL)) $(RUN_SCREENS)

test: setup
	$(PYTEST) $(ARGS)

bench: setup-run
	$(BIN)/hallcall bench $(ARGS)

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy deploy/qmllint.py
	$(BIN)/lint-imports --no-logo
	$(BIN)/python deploy/qmllint.py
	deploy/translations.sh check

check: lint
ifdef TESTED
	@echo "check: the tests have just passed (TESTED=$(TESTED))"
else
	$(PYTEST) $(ARGS)
endif

pictures: setup
	@deploy/pictures.sh

fmt: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:
	@deploy/lock.sh $(if $(UPGRADE),--upgrade)

clean:
	rm -rf out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
