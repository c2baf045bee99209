# Each target does its own set-up: after `git clone`, `make run`, `make demo` and `make test` are all one types.
BUILD := build
PRESET := release
JOBS ?= $(shell nproc)
export CCACHE_DIR ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/anneal/ccache

.PHONY: all setup run demo test bench package asan tsan format clean

all: $(BUILD)/build.ninja
	cmake --build $(BUILD) -j $(JOBS)

setup:
	installer/bootstrap

$(BUILD)/build.ninja: setup
	cmake --preset $(PRESET)

run: $(BUILD)/build.ninja
	cmake --build $(BUILD) -j $(JOBS) --target anneal-studio anneal anneal-engine
	$(BUILD)/bin/anneal-studio

demo: $(BUILD)/build.ninja
	cmake --build $(BUILD) -j $(JOBS) --target anneal anneal-engine
	$(BUILD)/bin/anneal demo --out $(BUILD)/demo

test: all
	ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS) -L '^(unit|numerics|process|lint)$$'

bench: all
	bench/run $(BUILD)

package: all
	installer/package $(BUILD)

asan: setup
	cmake --preset asan
	cmake --build build-asan -j $(JOBS)
	ctest --test-dir build-asan --output-on-failure -L '^(unit|numerics|process)$$'

tsan: setup
	cmake --preset tsan
	cmake --build build-tsan -j $(JOBS)
	ctest --test-dir build-tsan --output-on-failure -L '^(unit|process)$$'

format:
	git ls-files '*.cpp' '*.h' | xargs clang-format-14 -i

clean:
	rm -rf $(BUILD) build-debug build-asan build-tsan build-engine build-window build-cuda
