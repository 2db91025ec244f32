# One door. `make` alone lists what is behind it; each target does nothing twice.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.PHONY: help setup run worker migrate test check proof bench format translations clean

BIN := .venv/bin
FLASK := $(BIN)/flask --app wsgi
say = @printf '== %s\n' "$(1)"

# A stamp stands inside what it vouches for and carries the fingerprint of what that was made from.
fingerprint = $(shell cat $(1) 2>/dev/null | cksum | cut -d' ' -f1)
APP := .venv/app-$(call fingerprint,requirements/app.txt requirements/node.txt)
DEV := .venv/dev-$(call fingerprint,requirements/dev.txt)
NODE := node_modules/.installed-$(call fingerprint,package.json package-lock.json)
FRONT := app/static/dist/.built-$(call fingerprint,package-lock.json $(shell find app/assets -type f | sort))
WORDS := .venv/words-$(call fingerprint,translations/id/LC_MESSAGES/messages.po)

help: ## Daftar ini
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

setup: $(APP) $(NODE) $(FRONT) $(WORDS) ## Pasang yang diperlukan untuk menjalankan (kedua kali: tidak ada yang dikerjakan)

run: setup ## Jalankan di http://127.0.0.1:8000 dengan data contoh (PORT=8001, HOST=0.0.0.0 bila perlu)
	@exec $(BIN)/python -m app.operations.serving

worker: setup ## Jalankan pekerja latar saja
	@exec $(FLASK) worker

migrate: setup ## Perbarui susunan basis data dan informasi bawaan
	@$(FLASK) db upgrade && exec $(FLASK) library load

test: setup $(DEV) ## Semua uji: satuan, SQLite dan PostgreSQL, peramban
	$(call say,Uji JavaScript)
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm test --silent
	$(call say,Uji Python dan peramban)
	@CHROMIUM_PATH="$$(sh scripts/chromium.sh)" && export CHROMIUM_PATH && exec $(BIN)/pytest -n 2 --dist worksteal

check: setup $(DEV) ## Yang dijalankan CI: bentuk, tipe, lapisan, katalog kata, lalu semua uji
	$(call say,Bentuk dan gaya kode)
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/djlint app/templates --lint --quiet
	$(call say,Tipe)
	@$(BIN)/mypy --no-error-summary
	$(call say,Lapisan)
	@$(BIN)/lint-imports --no-logo >.venv/lint-imports.log || { cat .venv/lint-imports.log; exit 1; }
	$(call say,Katalog kata)
	@$(BIN)/python scripts/catalogue.py check
	@$(MAKE) test

proof: setup $(DEV) ## Pembuktian panjang: badai laporan, proses dimatikan, uji peramban berulang
	$(call say,Pembuktian panjang (bisa puluhan menit))
	@CHROMIUM_PATH="$$(sh scripts/chromium.sh)" && export CHROMIUM_PATH && PROOF=full $(BIN)/pytest -m proof --timeout 0
	$(call say,Uji peramban dua puluh kali)
	@CHROMIUM_PATH="$$(sh scripts/chromium.sh)" && export CHROMIUM_PATH && \
	for turn in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do $(BIN)/pytest -n 2 -m browser || exit 1; done

bench: setup $(DEV) ## Ukur kecepatan terhadap pembanding di sampingnya
	@exec $(BIN)/python -m bench

format: setup $(DEV) ## Rapikan kode dan tulis ulang dokumen yang dibuat dari kode
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format --quiet
	@$(BIN)/python scripts/permissions.py

translations: setup $(DEV) ## Kumpulkan kalimat baru ke katalog dan sebutkan yang belum diterjemahkan
	@$(BIN)/python scripts/catalogue.py update

clean: ## Hapus yang dipasang dan dibangun (data di instance/ tetap)
	@rm -rf .venv node_modules app/static/dist translations/*/LC_MESSAGES/*.mo

.venv/bin/python:
	@python="$$(sh scripts/find-python.sh)" || exit 1; \
	printf '== Membuat .venv dengan %s\n' "$$($$python --version)"; \
	$$python -m venv .venv || { rm -rf .venv; exit 1; }

$(APP): | .venv/bin/python
	$(call say,Memasang paket Python (sekitar satu menit))
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements/app.txt -r requirements/node.txt
	@rm -f .venv/app-* && touch $@

$(DEV): $(APP)
	$(call say,Memasang paket untuk uji (sekitar satu menit))
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.txt
	@rm -f .venv/dev-* && touch $@

$(NODE): $(APP)
	$(call say,Memasang paket tampilan)
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	@touch $@

$(FRONT): $(NODE)
	$(call say,Membangun tampilan)
	@rm -f app/static/dist/.built-*
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm run build --silent
	@touch $@

$(WORDS): $(APP)
	$(call say,Menyusun katalog kata)
	@$(BIN)/pybabel -q compile -d translations -l id
	@rm -f .venv/words-* && touch $@
