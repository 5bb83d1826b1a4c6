# SPDX-License-Identifier: GPL-3.0-or-later
# The two commands are `make run` and `make test`; everything they need they set up themselves.
override BUILD := build
PREFIX ?= /usr/local
JOBS ?= $(shell nproc)
SOAK_SECONDS ?= 1200
# A store of 1,000,000 cases for `make bench`: 5 GB, made once (minutes) where none is named.
GRIDWARD_BENCH_STORE ?= $(BUILD)/bench-million.gpkg

.PHONY: all run test bench peers sdk lint format install deb clean faults soak help
all: program

help:
	@echo "make run      build and open the command centre (without a display: draw every screen)"
	@echo "make test     build and run all tests"
	@echo "make bench    measure speed beside a peer"
	@echo "make peers    what the program writes, opened by programs that others wrote"
	@echo "make lint     clang-tidy over the whole tree"
	@echo "make format   clang-format over the whole tree"
	@echo "make faults   damaged files against the program, seats and servers killed: a short run"
	@echo "make soak     the wall on fifty days of a demo, played in twenty minutes (SOAK_SECONDS), then the map"
	@echo "make install  into PREFIX ($(PREFIX)), honours DESTDIR"
	@echo "make deb      the Debian package"
	@echo "make sdk      build QGIS for Qt 6 from Debian's sources (an hour and more)"
	@echo "make clean    remove the build folders"

.PHONY: packages program configured
packages:
	@sh cmake/install-packages.sh build

configured: packages
	@sh cmake/qgis/unpack.sh >/dev/null # a cache that was emptied is filled again
	@test -e $(BUILD)/build.ninja || { echo "== configuring"; cmake --preset release >$(BUILD).configure.log 2>&1 \
	    || { cat $(BUILD).configure.log; exit 1; }; mkdir -p $(BUILD); mv $(BUILD).configure.log $(BUILD)/configure.log; }

program: configured
	@echo "== building"
	@cmake --build $(BUILD) --target gridward -j $(JOBS)

run: program
	@sh cmake/run.sh $(BUILD)

test:
	@sh cmake/install-packages.sh build test
	@sh cmake/qgis/unpack.sh >/dev/null
	@test -e $(BUILD)/build.ninja && grep -qs 'GRIDWARD_TESTS:BOOL=ON' $(BUILD)/CMakeCache.txt || { echo "== configuring"; cmake --preset check; }
	@echo "== building"
	@cmake --build $(BUILD) -j $(JOBS)
	@echo "== testing"
	@ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS)

bench: packages
	@test -e $(BUILD)/build.ninja && grep -qs 'GRIDWARD_BENCH:BOOL=ON' $(BUILD)/CMakeCache.txt || { echo "== configuring"; cmake --preset bench; }
	@cmake --build $(BUILD) -j $(JOBS)
	@sh cmake/install-packages.sh bench
	@QT_QPA_PLATFORM=offscreen $(BUILD)/bench_map resources/demo
	@QT_QPA_PLATFORM=offscreen $(BUILD)/bench_overlay resources/demo/dongcheng-grids.geojson
	@QT_QPA_PLATFORM=offscreen $(BUILD)/bench_largedistrict
	@QT_QPA_PLATFORM=offscreen $(BUILD)/bench_slider
	@sh tests/bench/postgis_locator.sh $(BUILD)/bench_locator
	@QT_QPA_PLATFORM=offscreen $(BUILD)/bench_density
	@$(BUILD)/bench_store $(BUILD)
	@$(BUILD)/bench_feed $(BUILD)
	@$(BUILD)/bench_serverintake
	@$(BUILD)/bench_seats
	@$(BUILD)/bench_signin
	@QT_QPA_PLATFORM=offscreen $(BUILD)/bench_session $(BUILD)
	@test -e "$(GRIDWARD_BENCH_STORE)" || { echo "== making $(GRIDWARD_BENCH_STORE): 1,000,000 cases, some minutes, 5 GB"; \
	    $(BUILD)/gridward demo --out "$(GRIDWARD_BENCH_STORE)" --cases 1000000 --days 365 --at 2026-11-20T08:00:00Z; }
	@QT_QPA_PLATFORM=offscreen $(BUILD)/bench_queue $(GRIDWARD_BENCH_STORE)
	@$(BUILD)/bench_evaluation $(GRIDWARD_BENCH_STORE) tests/support/recount
	@sh tests/bench/server_million.sh $(BUILD)/gridward $(BUILD)/bench_serverqueue $(GRIDWARD_BENCH_STORE) $(BUILD)
	@sh tests/bench/commands.sh $(BUILD)/gridward $(BUILD)

peers: program
	@sh cmake/install-packages.sh test peers
	@sh tests/peers/workbook.sh $(abspath $(BUILD)/gridward) $(CURDIR)
	@grep -qs 'GRIDWARD_TESTS:BOOL=ON' $(BUILD)/CMakeCache.txt || cmake --preset check
	@cmake --build $(BUILD) --target test_density -j $(JOBS)
	@sh tests/peers/density.sh $(abspath $(BUILD)/test_density) $(CURDIR)
	@sh tests/peers/analysisdocs.sh $(abspath $(BUILD)/gridward) $(CURDIR)
	@sh tests/peers/qgisproject.sh $(abspath $(BUILD)/gridward) $(CURDIR)

faults: program
	@sh tests/fuzz/damaged_files.sh $(BUILD)/gridward resources/demo 40
	@sh cmake/install-packages.sh test
	@grep -qs 'GRIDWARD_TESTS:BOOL=ON' $(BUILD)/CMakeCache.txt || cmake --preset check
	@cmake --build $(BUILD) --target test_feed -j $(JOBS)
	@GRIDWARD_FAULT_ROUNDS=30 $(BUILD)/test_feed

soak: program
	@sh cmake/install-packages.sh test
	@grep -qs 'GRIDWARD_TESTS:BOOL=ON' $(BUILD)/CMakeCache.txt || cmake --preset check
	@cmake --build $(BUILD) --target wall_soak -j $(JOBS)
	@sh tests/soak/wall.sh $(BUILD)/gridward $(BUILD)/wall_soak $(BUILD) $(SOAK_SECONDS)
	@sh tests/soak/live_window.sh $(BUILD)/gridward $(BUILD) $$(($(SOAK_SECONDS) / 2))

sdk:
	@bash cmake/qgis/build.sh

lint:
	@sh cmake/install-packages.sh build test lint
	@sh tests/checks/format.sh .
	@cmake --preset tidy && cmake --build --preset tidy -j $(JOBS)

format:
	@sh tests/checks/format.sh --fix .

install: configured
	@cmake --build $(BUILD) --target gridward -j $(JOBS)
	@DESTDIR="$(DESTDIR)" cmake --install $(BUILD) --prefix "$(PREFIX)"

deb: configured
	@sh cmake/install-packages.sh build deb
	@cmake --build $(BUILD) --target gridward -j $(JOBS)
	@cd $(BUILD) && cpack -G DEB
	@ls -l $(BUILD)/*.deb

clean:
	@rm -rf build build-dev build-asan build-tidy
