# `make html latexpdf` is all a new machine needs: .venv is made from requirements.lock, and what it lacks of the
# system (Python's venv, TeX) is installed by tools/need. `make` alone says what else there is.

JOBS       ?= $(shell getconf _NPROCESSORS_ONLN)
SPHINXOPTS ?= -W
PYTESTOPTS ?=
PORT       ?= 8000
AUDIENCE   ?= internal

VENV    := .venv
RUN     := $(VENV)/bin/python -P -m
STAMP   := $(VENV)/.made
WHEREAS := PYTHONPATH=_ext $(RUN) whereas
PDFS     = $(OUT)/$(if $(REVIEW),review,latex)

# What readers outside get has a folder of its own, and doctrees of its own: nothing that is ours alone is ever in there.
override AUDIENCE := $(value AUDIENCE)
OUT := $(if $(filter internal,$(AUDIENCE)),build)$(if $(filter external,$(AUDIENCE)),build/external)
ifeq ($(filter build build/external,$(OUT)),)
$(error AUDIENCE is internal or external, not '$(AUDIENCE)')
endif

# One set of doctrees for all builders: what one has read, the others need not read again.
SPHINX  = AUDIENCE=$(AUDIENCE) $(WHEREAS) build -- -c . -d $(OUT)/.doctrees -j $(JOBS) $(SPHINXOPTS)

# What the author names is data, on its way to the shell too: neither make nor the shell looks into it. Only from the
# command line, since NAME stands in the environment of some systems and means the machine there.
override NAME := $(if $(filter command,$(origin NAME)),$(value NAME))
override AGREEMENT := $(if $(filter command,$(origin AGREEMENT)),$(value AGREEMENT))
override FILE := $(if $(filter command,$(origin FILE)),$(value FILE))
override DEAL := $(if $(filter command,$(origin DEAL)),$(value DEAL))
override FORMAT := $(if $(filter command,$(origin FORMAT)),$(value FORMAT),text)
override SINCE := $(if $(filter command,$(origin SINCE)),$(value SINCE))
override FIX := $(if $(filter command,$(origin FIX)),$(value FIX))
export NAME AGREEMENT FILE DEAL FORMAT SINCE

MAKEFLAGS += --no-print-directory
.NOTPARALLEL: # builders share the doctrees
.DEFAULT_GOAL := help

##@ Read
.PHONY: html latexpdf docx verify live
html: $(STAMP)  ## the site, into build/html (AUDIENCE=external: into build/external/html)
	@$(SPHINX) -b html source $(OUT)/html

latexpdf: $(STAMP)  ## the PDFs, into build/latex; REVIEW=1: copies to mark up, into build/review
	@tools/need tex
	@tools/need scripts hyphens || true
	@$(SPHINX) -b latex $(if $(REVIEW),-D whereas_review=1) source $(PDFS) && status=0 || status=1; \
		[ ! -e $(PDFS)/agreements.json ] || $(WHEREAS) press $(PDFS) --jobs $(JOBS) || status=1; exit $$status # what can be is made
	@[ ! -e $(OUT)/html/index.html ] || [ -n "$(REVIEW)" ] || $(SPHINX) -q -b html source $(OUT)/html # link them

docx: $(STAMP)  ## the Word files, into build/docx; REVIEW=1: with values marked, into build/review-docx
	@$(SPHINX) -b docx $(if $(REVIEW),-D whereas_review=1) source $(OUT)/$(if $(REVIEW),review-docx,docx)
	@[ ! -e $(OUT)/html/index.html ] || [ -n "$(REVIEW)" ] || $(SPHINX) -q -b html source $(OUT)/html # link them

verify: $(STAMP)  ## whether a PDF or Word file says just what this project says: FILE=x.pdf
	@[ -n "$$FILE" ] || { echo 'Say which file: make verify FILE=signed.pdf' >&2; exit 2; }
	@case "$$FILE" in *.[Dd][Oo][Cc][Xx]) as=docx ;; *) as=outline ;; esac; \
		$(SPHINX) -q -b $$as source $(OUT)/$$as || true; \
		$(WHEREAS) verify "$$FILE" $(OUT)/$$as # what is wrong elsewhere is told, and changes nothing here

live: $(STAMP)  ## serve the site at localhost:$PORT, rebuilt as you write
	@AUDIENCE=$(AUDIENCE) $(WHEREAS) live --port $(PORT) --out $(OUT)/html --doctrees $(OUT)/.doctrees -- \
		-j $(JOBS) $(filter-out -W,$(SPHINXOPTS))

# FORCE, because a file called `text` is no reason not to make text.
%: $(STAMP) FORCE  ## any other Sphinx builder, into build/NAME: outline, copies, text, epub, man, linkcheck ...
	@$(SPHINX) -b $@ source $(OUT)/$@

# Sphinx wants doctrees of its own for this one.
.PHONY: gettext
gettext: $(STAMP)
	@$(SPHINX) -d $(OUT)/.doctrees-gettext -b gettext source $(OUT)/gettext

##@ Write
.PHONY: deal clause party schemas
deal: $(STAMP)  ## start a deal: NAME=acme-orbit AGREEMENT=cooperation
	@$(WHEREAS) deal --agreement="$$AGREEMENT" -- "$$NAME"

clause: $(STAMP)  ## start a clause: NAME=liability/cap
	@$(WHEREAS) clause -- "$$NAME"

party: $(STAMP)  ## start a party: NAME=orbit
	@$(WHEREAS) party -- "$$NAME"

schemas: $(STAMP)  ## JSON Schemas, with which editors complete and check clauses, parties and deals
	@$(WHEREAS) schemas

##@ Check
.PHONY: check test versions bench lint format rules
check: $(STAMP)  ## what is wrong, and whether it can be signed: DEAL=x SINCE=main FORMAT=sarif FIX=1
	@$(WHEREAS) check --deal="$$DEAL" --format="$$FORMAT" --since="$$SINCE" --jobs=$(JOBS) $(if $(FIX),--fix)

test: $(STAMP)  ## all tests (outside CI, those whose tools are missing are skipped)
	@tools/need tex scripts office test || [ -z "$$CI" ]
	@$(RUN) pytest -n $(JOBS) --dist loadfile $(PYTESTOPTS)

versions: $(STAMP)  ## the tests that depend on the versions of others, with the oldest and the newest of them
	@tools/versions

bench: $(STAMP)  ## how long sites of many deals take, against stock Sphinx (half an hour); into benchmarks/README.md
	@$(VENV)/bin/python benchmarks/scale.py --write

lint: $(STAMP)  ## ruff and mypy
	@$(RUN) ruff check
	@$(RUN) ruff format --check
	@$(RUN) mypy

rules: $(STAMP)  ## docs/rules.md, what is looked for, from the rules in the code
	@$(WHEREAS) rules --write docs/rules.md

format: $(STAMP)  ## put the code into ruff's form
	@$(RUN) ruff check --fix
	@$(RUN) ruff format

##@ Look after
.PHONY: lock clean distclean help
lock:  ## write requirements.lock anew from pyproject.toml
	@tools/lock $(PYTHON)

clean:  ## remove what was built
	rm -rf build

distclean: clean  ## and .venv, and every cache
	rm -rf $(VENV) .hypothesis .mypy_cache .pytest_cache .ruff_cache

help:
	@awk 'BEGIN { FS = ":.*  ## " } \
		/^##@/ { printf "%s%s\n", sep, substr($$0, 5); sep = "\n" } \
		/^[a-z%]+:.*  ## / { sub("%", "NAME", $$1); printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@printf '\nVariables\n'
	@printf '  %-17s %s\n' 'PYTHON=$(or $(PYTHON),python3)' 'the Python (3.11 or newer) that .venv is made with' \
		'JOBS=$(JOBS)' 'processes at a time' 'PORT=$(PORT)' 'where live serves' \
		'AUDIENCE=$(AUDIENCE)' 'who reads it: internal or external' \
		'SPHINXOPTS=$(SPHINXOPTS)' 'options of sphinx-build (-W: a warning is an error)' \
		'PYTESTOPTS=$(PYTESTOPTS)' 'options of pytest'

# The pattern rule below must not make these.
Makefile requirements.lock: ;

# .venv is remade when the lock is newer, when it does not run (its Python is gone), and when PYTHON names another one.
# The doctrees then go as well: Sphinx would trust what another MyST or docutils has read.
have := $(shell $(VENV)/bin/python -V 2>/dev/null)
want := $(if $(PYTHON),$(shell $(PYTHON) -V 2>/dev/null),$(or $(have),none))
ifneq ($(have),$(want))
$(STAMP): FORCE
endif
$(STAMP): requirements.lock
	@PYTHON='$(PYTHON)' tools/need venv
	@[ ! -L $(VENV) ] || { echo '$(VENV) is a link to an environment that others use as well:' \
		'it would be made anew under them. Remove the link (rm $(VENV)), and make will make one here' >&2; exit 1; }
	@echo 'Making $(VENV) from requirements.lock'
	@rm -rf build/.doctrees build/external/.doctrees
	@$(or $(PYTHON),python3) -m venv --clear $(VENV)
	@$(RUN) pip -qq install --require-hashes -r requirements.lock
	@touch $@

.PHONY: FORCE
FORCE:
