# Pas à pas: two commands on a new machine, `make run` and `make test`.
# What is installed and when is in setup/*.sh; all of it goes to .venv, or through apt.

BIN = .venv/bin
CATALOGUES = xblocks/pasapas/translations
OPTIONS =

# What another project has put there must not reach the programs of this one.
unexport PYTHONPATH DJANGO_SETTINGS_MODULE

.DEFAULT_GOAL = help
.PHONY: help run test bench study workbench assets translations clean venv

help: ## Liste ces commandes / list these commands
	@echo 'Pas à pas'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | \
		while IFS='|' read -r name text; do printf '  make %-14s%s\n' "$$name" "$$text"; done
	@echo 'Options : make run OPTIONS="--port 8010"'

run: venv ## Ouvre l'atelier avec les cours / open the workshop with the courses
	@$(BIN)/pasapas serve $(OPTIONS)

test: venv ## Vérifie tout / check everything
	@export PATH="$(CURDIR)/$(BIN):$$PATH" && PASAPAS_CHROMIUM=$$(sh setup/browser.sh) && \
		export PASAPAS_CHROMIUM && sh setup/test.sh $(OPTIONS)

bench: venv ## Mesure poids et temps / measure weight and time
	@export PATH="$(CURDIR)/$(BIN):$$PATH" && PASAPAS_CHROMIUM=$$(sh setup/browser.sh) && \
		export PASAPAS_CHROMIUM && python tests/bench/run.py

study: venv ## Mesure l'évaluation / measure the self-assessment
	@PYTHONPATH=tests $(BIN)/python -m study.run

workbench: venv ## Ouvre les blocs dans le workbench XBlock / open the blocks in the XBlock workbench
	@$(BIN)/python tests/workbench/run_workbench.py $(OPTIONS)

assets: venv ## Assemble les fichiers du navigateur / bundle the browser files
	@$(BIN)/python -m pasapas.player.assets
	@$(BIN)/python -m pasapas.workshop.assets

translations: venv ## Met à jour les traductions / bring the translations up to date
	@$(BIN)/pybabel -q extract -F babel.cfg --omit-header --add-location=file --no-wrap \
		-o $(CATALOGUES)/text.pot xblocks/pasapas
	@$(BIN)/pybabel -q update -D text -i $(CATALOGUES)/text.pot -d $(CATALOGUES) --no-wrap \
		--ignore-pot-creation-date --ignore-obsolete --no-fuzzy-matching
	@$(BIN)/pybabel -q compile -D text -d $(CATALOGUES)

clean: ## Efface ce qui se refait / remove what can be made again
	@rm -rf .venv build dist *.egg-info var .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv:
	@sh setup/venv.sh
