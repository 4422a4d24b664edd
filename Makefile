# The short way to everything. The build itself is CMake's: `cmake --preset dev` and so on.

PREFIX ?= /usr/local
DATA   ?= ../shared
AT_ONCE ?= 1
PYTHON := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help demo test build train teach eval bench peers install format lint coverage clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

demo: ## installs what is missing, builds, and asks a store of examples/ who said what
	@scripts/setup build
	@scripts/build release
	@rm -f build/demo.db build/demo.db-*
	build/release/hearsay quotes examples/articles/ferry-courier.txt
	build/release/hearsay add --store build/demo.db examples/articles
	build/release/hearsay who --store build/demo.db --limit 5 Hale
	build/release/hearsay find --store build/demo.db --limit 5 'radar sourcing:anonymous'

test: ## installs what is missing, then every test, sanitizer and check
	@scripts/setup build test
	@scripts/check

build: ## the library and the program, in build/release
	@scripts/build release

install: ## into PREFIX (/usr/local), under DESTDIR if set
	@scripts/build release -DCMAKE_INSTALL_PREFIX=$(PREFIX)
	cmake --install build/release

format: ## puts the C files into their form
	scripts/sources | xargs -0 clang-format -i

lint: ## clang-format, clang-tidy, cppcheck
	@scripts/check lint

coverage: ## which lines the tests reach
	@scripts/check coverage

train: $(PYTHON) build ## makes models/hearsay.model and the lists of data/resolve from DATA (../shared) and the package registry
	$(PYTHON) train/main.py --data $(DATA)
	python3 train/lists.py --data $(DATA)
	$(PYTHON) train/pronouns.py --data $(DATA)
	$(PYTHON) train/traits.py --data $(DATA)
	$(PYTHON) train/gate.py --data $(DATA)
	@scripts/build release
	$(PYTHON) train/hints.py --data $(DATA)
	$(PYTHON) train/statement_dates.py --data $(DATA)
	python3 train/rarity.py --data $(DATA)

teach: $(PYTHON) build ## makes train/taught/ anew; wants a GPU, and then AT_ONCE=8
	$(PYTHON) -m pip install --quiet -r train/requirements-teach.txt
	$(PYTHON) train/teachers.py --data $(DATA) --at-once $(AT_ONCE)

eval: $(PYTHON) build ## scores the model on DATA, and holds the program against PyTorch
	python3 eval/main.py --data $(DATA)
	python3 eval/dates.py --data $(DATA)
	$(PYTHON) train/hints.py --data $(DATA) --keep
	python3 eval/linking.py --data $(DATA)
	$(PYTHON) train/agreement.py --data $(DATA)
	$(PYTHON) train/pronouns.py --data $(DATA) --folds build/eval/gap
	$(PYTHON) train/traits.py --data $(DATA) --folds build/eval/gap
	python3 eval/gap.py --data $(DATA) build/eval/gap

bench: ## speed and memory beside their bars; SIZES=1,10,100: for texts of so many MB
	@scripts/setup build bench
	@scripts/build release
	python3 bench/run.py --data $(DATA) $(if $(SIZES),--sizes $(SIZES))

peers: ## hearsay beside textacy and CoreNLP, which it installs into build/peers
	@scripts/setup build peers
	@scripts/build release
	python3 bench/peers/run.py --data $(DATA)

$(PYTHON): train/requirements.txt
	@scripts/setup build train
	python3 -m venv .venv
	$(PYTHON) -m pip install --quiet -r train/requirements.txt
	@touch $@

clean: ## removes what was built
	rm -rf build
