# cutline: one Makefile, no recursion into folders. `make help` lists the targets.
#
# Variables a developer sets:
#   BUILD=dir     where everything made goes (default build/release, build/debug, ...)
#   MODE=mode     release, debug, asan or fuzz: which flags
#   CC=clang      compiler
#   SHARED=1      link the program with shared libraries only, as distributions do
#   ONLY="base caption"   build the library from these folders of src/ only
#   BENCH=full    how much `make bench` does (default quick); RESULTS=file keeps what it prints
#   JOBS=n        tests that run at a time in `make check` (default 2)
#   V=1           show the commands

MODE ?= release
BUILD ?= build/$(MODE)
PREFIX ?= /usr/local
JOBS ?= 2
V ?=
Q := $(if $(V),,@)
comma := ,
say = $(if $(V),,@printf '  %-7s %s\n' $(1) $(2))

# ---- what is built -------------------------------------------------------------------------------

# The version stands in one place, the public header. While it is 0.x a new minor number may change
# calls, so both numbers are in the soname.
version_part = $(shell sed -n 's/^.define CUTLINE_VERSION_$(1) //p' include/cutline/version.h)
MAJOR := $(call version_part,MAJOR)
MINOR := $(call version_part,MINOR)
VERSION := $(MAJOR).$(MINOR).$(call version_part,PATCH)
SONAME := libcutline.so.$(if $(filter 0,$(MAJOR)),0.$(MINOR),$(MAJOR))

LIB_DIRS := $(if $(ONLY),$(ONLY),base media meta ident caption image record query store store/sqlite writeback sheet template check import catalog)
LIB_SRC := $(foreach d,$(LIB_DIRS),$(wildcard src/$(d)/*.c))
# Texts that travel inside the library: src/a/b.sql becomes the array cut_text_a_b_sql.
LIB_TEXT := $(sort $(foreach d,$(LIB_DIRS),$(wildcard src/$(d)/*.sql src/$(d)/*/*.sql \
	$(addprefix src/$(d)/*,.css .js .template))))
CLI_SRC := $(wildcard src/cli/*.c)
# cutline-sheet, with libraries of its own.
SHEET_SRC := $(wildcard src/document/*.c)
# Help texts: src/cli/help/credit.md becomes the array cut_text_cli_help_credit_md.
CLI_TEXT := $(wildcard src/cli/help/*.md)
PUBLIC_HEADERS := $(wildcard include/cutline/*.h)

embedded = $(1:src/%=$(BUILD)/gen/%.o)
# What programs of the build make from tables.
INDEXES := $(if $(filter caption,$(LIB_DIRS)),$(BUILD)/gen/caption/lexicon_index.o) \
	$(if $(filter ident,$(LIB_DIRS)),$(BUILD)/gen/ident/start_index.o) \
	$(if $(filter record,$(LIB_DIRS)),$(BUILD)/gen/record/place_index.o)
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o) $(call embedded,$(LIB_TEXT)) $(INDEXES)
CLI_OBJ := $(CLI_SRC:%.c=$(BUILD)/%.o) $(call embedded,$(CLI_TEXT))
LIB_A := $(BUILD)/libcutline.a
LIB_SO := $(BUILD)/libcutline.so.$(VERSION)
SHEET_OBJ := $(SHEET_SRC:%.c=$(BUILD)/%.o)
PROGRAM := $(BUILD)/cutline
SHEET_PROGRAM := $(BUILD)/cutline-sheet
# Decodes what is no JPEG; it has no part in the library and libraries of its own.
PIXELS := $(BUILD)/cutline-pixels
PIXELS_SRC := $(wildcard src/pixels/*.c)
# cutline.1, cutline-credit.1, ...: each help text is a page.
MAN := $(BUILD)/man/cutline.1 \
	$(patsubst src/cli/help/%.md,$(BUILD)/man/cutline-%.1,$(filter-out %/cutline.md,$(CLI_TEXT)))

UNIT_SRC := $(wildcard tests/unit/test_*.c)
UNIT_HELP := $(filter-out $(UNIT_SRC),$(wildcard tests/unit/*.c))
UNIT_BIN := $(UNIT_SRC:tests/unit/%.c=$(BUILD)/tests/%)
FUZZ_SRC := $(wildcard tests/fuzz/fuzz_*.c)
FUZZ_BIN := $(FUZZ_SRC:tests/fuzz/%.c=$(BUILD)/tests/%)

# ---- flags ---------------------------------------------------------------------------------------

LIBRARIES := libexif libjpeg sqlite3 expat nettle gumbo jansson libutf8proc zlib libpcre2-8
# Asked for when first used, not when this file is read: `make deps all` installs pkg-config itself.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(LIBRARIES) 2>/dev/null))$(PKG_LIBS)
# What cutline-sheet needs beside them; cutline itself is not linked with any of it.
SHEET_LIBRARIES := xlsxwriter pangocairo cairo-pdf
SHEET_CFLAGS = $(eval SHEET_CFLAGS := $$(shell pkg-config --cflags $(SHEET_LIBRARIES) 2>/dev/null \
	| sed 's/-I/-isystem /g'))$(SHEET_CFLAGS)
SHEET_LIBS = $(eval SHEET_LIBS := $$(shell pkg-config --libs $(SHEET_LIBRARIES) 2>/dev/null))$(SHEET_LIBS)
# And cutline-pixels, which is linked with nothing else.
PIXELS_LIBRARIES := libpng libwebp libheif libtiff-4
PIXELS_CFLAGS = $(eval PIXELS_CFLAGS := $$(shell pkg-config --cflags $(PIXELS_LIBRARIES) 2>/dev/null))$(PIXELS_CFLAGS)
PIXELS_LIBS = $(eval PIXELS_LIBS := $$(shell pkg-config --libs $(PIXELS_LIBRARIES) 2>/dev/null))$(PIXELS_LIBS)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wvla -Wformat=2 -Wundef -Wpointer-arith -Wcast-qual
BASE_CFLAGS = -std=c11 -D_GNU_SOURCE -Iinclude -Isrc -fPIC -fvisibility=hidden -pthread $(PKG_CFLAGS) $(WARNINGS)
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined
CFLAGS_release := -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong
CFLAGS_debug := -Og -g3 -Werror
CFLAGS_asan := -O1 -g -Werror $(SANITIZE) -fno-omit-frame-pointer
CFLAGS_fuzz := -O1 -g $(SANITIZE) -fsanitize=fuzzer-no-link -fno-omit-frame-pointer
LDFLAGS_release := -Wl,--as-needed -Wl,-z,relro,-z,now
LDFLAGS_asan := $(SANITIZE)
LDFLAGS_fuzz := $(SANITIZE)
ifeq ($(filter $(MODE),release debug asan fuzz),)
$(error MODE=$(MODE) is none of release, debug, asan, fuzz)
endif
ALL_CFLAGS = $(BASE_CFLAGS) $(CFLAGS_$(MODE)) $(CFLAGS)
LINK = $(CC) $(ALL_CFLAGS) -pthread $(LDFLAGS_$(MODE)) $(LDFLAGS)
LIBS = $(PKG_LIBS) -lm
# The program carries its libraries where they are installed as archives, too: finding and binding a
# dozen shared ones takes as long as looking a credit up. SHARED=1: it uses them as they are.
archive_of = $(if $(SHARED),,$(if $(filter -l%,$(1)),$(filter /%,$(shell $(CC) -print-file-name=lib$(1:-l%=%).a))))
PROGRAM_LIBS = $(eval PROGRAM_LIBS := $$(foreach l,$$(PKG_LIBS),$$(or $$(call archive_of,$$l),$$l)) -lm)$(PROGRAM_LIBS)

# ---- programs and libraries ----------------------------------------------------------------------

.PHONY: all help debug asan demo install uninstall samples bench bench-identify golden check lint check-asan check-programs fuzz \
	fuzz-programs deps clean FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(PROGRAM) $(SHEET_PROGRAM) $(PIXELS) $(LIB_A) $(LIB_SO) $(MAN) ## build everything (the default)

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
	@sed -n '/^# Variables/,/^$$/s/^# \{0,1\}//p' Makefile

# Another mode is this Makefile once more with other flags, in a build folder of its own.
in_mode = $(MAKE) --no-print-directory MODE=$(1) \
	BUILD=$(if $(filter file,$(origin BUILD)),build/$(1),$(BUILD)-$(1))

debug: ## build with -Og and warnings as errors
	+@$(call in_mode,debug) all

asan: ## build with the address and undefined-behaviour sanitizers
	+@$(call in_mode,asan) all

$(PROGRAM): $(CLI_OBJ) $(LIB_A)
	$(call say,LINK,$@)
	$(Q)$(LINK) -pie -o $@ $(CLI_OBJ) $(LIB_A) $(PROGRAM_LIBS)

$(SHEET_OBJ): EXTRA = $(SHEET_CFLAGS)
$(SHEET_PROGRAM): $(SHEET_OBJ) $(LIB_A)
	$(call say,LINK,$@)
	$(Q)$(LINK) -pie -o $@ $(SHEET_OBJ) $(LIB_A) $(LIBS) $(SHEET_LIBS)

# Loops over rows of numbers, which every imported photo passes: several numbers at a time.
$(patsubst %,$(BUILD)/src/%.o,image/marks image/pdq image/pixels image/plane media/jpeg_scan): EXTRA = $(if $(filter release,$(MODE)),-O3)
$(BUILD)/src/pixels/%.o: EXTRA = $(PIXELS_CFLAGS)
$(PIXELS): $(PIXELS_SRC:%.c=$(BUILD)/%.o)
	$(call say,LINK,$@)
	$(Q)$(LINK) -pie -o $@ $^ $(PIXELS_LIBS)

$(LIB_A): $(LIB_OBJ)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcs $@ $(LIB_OBJ)

$(LIB_SO): $(LIB_OBJ)
	$(call say,LINK,$@)
	$(Q)$(LINK) -shared -Wl,-soname,$(SONAME) $(if $(ONLY)$(filter asan fuzz,$(MODE)),,-Wl,-z,defs) \
		-o $@ $(LIB_OBJ) $(LIBS)
	$(Q)ln -sf $(@F) $(BUILD)/$(SONAME) && ln -sf $(SONAME) $(BUILD)/libcutline.so

$(BUILD)/%.o: %.c $(BUILD)/flags
	$(call say,CC,$<)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) $(if $(filter tests/%,$<),-Itests) $(EXTRA) -MMD -MP -c -o $@ $<

# A text file as a C array (see src/tools/embed.awk).
$(BUILD)/gen/%.c: src/% src/tools/embed.awk
	$(call say,EMBED,$<)
	$(Q)mkdir -p $(@D)
	$(Q)od -An -v -to1 $< | awk -v source=$< -v name=cut_text_$(subst .,_,$(subst -,_,$(subst /,_,$*))) \
		-f src/tools/embed.awk >$@

# The index of the caption lexicon, made from the tables by a program that is built for it.
MKLEXICON_SRC := src/tools/mklexicon.c $(wildcard src/caption/*_table.c) \
	$(addprefix src/caption/,tables.c lexer.c entity.c fold.c misread.c) \
	$(wildcard src/base/*.c)

$(BUILD)/mklexicon: $(MKLEXICON_SRC:%.c=$(BUILD)/%.o)
	$(Q)$(LINK) -o $@ $^ $(LIBS)

$(BUILD)/gen/caption/lexicon_index.c: $(BUILD)/mklexicon
	$(call say,LEXICON,$@)
	$(Q)mkdir -p $(@D) && $< >$@

# And those of media IDs and of fields.
MKINDEX_SRC := src/tools/mkindex.c src/ident/ident_table.c src/ident/pattern.c \
	$(addprefix src/record/,fields_table.c boilerplate_table.c windows_table.c) $(wildcard src/base/*.c)

$(BUILD)/mkindex: $(MKINDEX_SRC:%.c=$(BUILD)/%.o)
	$(Q)$(LINK) -o $@ $^ $(LIBS)

$(BUILD)/gen/ident/start_index.c: $(BUILD)/mkindex
	$(Q)mkdir -p $(@D) && $< ids >$@

$(BUILD)/gen/record/place_index.c: $(BUILD)/mkindex
	$(Q)mkdir -p $(@D) && $< fields >$@

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/flags
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The program knows its own help; `cutline help --man credit` prints the page of a command.
$(BUILD)/man/cutline.1: $(PROGRAM)
	$(call say,MAN,$@)
	$(Q)mkdir -p $(@D)
	$(Q)$(PROGRAM) help --man cutline >$@

$(BUILD)/man/cutline-%.1: $(PROGRAM)
	$(Q)mkdir -p $(@D)
	$(Q)$(PROGRAM) help --man $* >$@

# Changes only when compiler or flags do, so that objects never outlive the flags they were made
# with. Looks for the libraries first: a missing one is named before anything is compiled.
$(BUILD)/flags: FORCE
	@missing=; command -v pkg-config >/dev/null 2>&1 || missing=' pkg-config'; \
	if [ -z "$$missing" ]; then \
		for l in $(LIBRARIES) $(SHEET_LIBRARIES) $(PIXELS_LIBRARIES); do pkg-config --exists $$l || missing="$$missing $$l"; done; \
	fi; \
	if [ -n "$$missing" ]; then echo "cutline needs$$missing: run \`make deps\`" >&2; exit 1; fi
	@mkdir -p $(@D); printf '%s\n' '$(subst ','\'',$(CC) $(ALL_CFLAGS) $(LDFLAGS))' >$@.new; \
	if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# ---- use -----------------------------------------------------------------------------------------

demo: all ## show the main job on samples/
	@sh src/tools/demo.sh $(abspath $(BUILD))

# Programs that `cutline` runs, not people.
LIBEXEC := $(DESTDIR)$(PREFIX)/libexec/cutline

install: all ## install below DESTDIR and PREFIX (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(LIBEXEC) \
		$(DESTDIR)$(PREFIX)/include/cutline $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(SHEET_PROGRAM) $(PIXELS) $(LIBEXEC)
	install -m 644 $(PUBLIC_HEADERS) $(DESTDIR)$(PREFIX)/include/cutline
	install -m 644 $(MAN) $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 $(LIB_A) $(LIB_SO) $(DESTDIR)$(PREFIX)/lib
	ln -sf $(notdir $(LIB_SO)) $(DESTDIR)$(PREFIX)/lib/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(PREFIX)/lib/libcutline.so
	sed -e 's,@PREFIX@,$(PREFIX),; s,@VERSION@,$(VERSION),; s,@LIBRARIES@,$(LIBRARIES),' \
		src/cutline.pc.in >$(DESTDIR)$(PREFIX)/lib/pkgconfig/cutline.pc
	if [ -z "$(DESTDIR)" ] && [ "$$(id -u)" -eq 0 ]; then ldconfig; fi

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/cutline $(addprefix $(DESTDIR)$(PREFIX)/lib/,\
		libcutline.a libcutline.so $(SONAME) $(notdir $(LIB_SO)) pkgconfig/cutline.pc) \
		$(addprefix $(DESTDIR)$(PREFIX)/share/man/man1/,$(notdir $(MAN)))
	rm -rf $(DESTDIR)$(PREFIX)/include/cutline $(LIBEXEC)

# ---- tests ---------------------------------------------------------------------------------------

# Unit tests: one program a file, against the static library (which still has its inner symbols).
$(BUILD)/tests/test_%: $(BUILD)/tests/unit/test_%.o $(UNIT_HELP:%.c=$(BUILD)/%.o) $(LIB_A)
	$(call say,TEST,$@)
	$(Q)$(LINK) -pie -o $@ $^ -lcmocka $(LIBS)

# Fuzz targets: with a main that replays files, or (MODE=fuzz) with libFuzzer's own.
FUZZ_MAIN := $(if $(filter fuzz,$(MODE)),,$(BUILD)/tests/fuzz/replay.o)
# The decoders of cutline-pixels, with their libraries.
$(BUILD)/tests/fuzz_pixels: $(BUILD)/tests/fuzz/fuzz_pixels.o $(FUZZ_MAIN) \
		$(patsubst %.c,$(BUILD)/%.o,$(filter-out src/pixels/main.c,$(PIXELS_SRC)))
	$(call say,FUZZ,$@)
	$(Q)$(LINK) -pie $(if $(filter fuzz,$(MODE)),-fsanitize=fuzzer) -o $@ $^ $(PIXELS_LIBS)

$(BUILD)/tests/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(FUZZ_MAIN) $(LIB_A)
	$(call say,FUZZ,$@)
	$(Q)$(LINK) -pie $(if $(filter fuzz,$(MODE)),-fsanitize=fuzzer) -o $@ $^ $(LIBS)

# The program that draws the photos of samples/.
SAMPLES_SRC := $(wildcard tests/samples/*.c)
SAMPLES_BIN := $(BUILD)/tests/make_samples
# The same picture from every compiler: no multiplication and addition rounded as one.
$(BUILD)/tests/samples/%.o $(BUILD)/tests/bench/%.o: EXTRA := -ffp-contract=off
$(SAMPLES_BIN): $(SAMPLES_SRC:%.c=$(BUILD)/%.o)
	$(call say,LINK,$@)
	$(Q)mkdir -p $(@D)
	$(Q)$(LINK) -pie -o $@ $^ $(LIBS)

samples: $(SAMPLES_BIN) ## draw the photos of samples/ again
	@$(SAMPLES_BIN) samples

# Torture: write-back with every system call under our thumb.
TORTURE_BIN := $(BUILD)/tests/torture/write
TORTURE_WRAPS := open openat write pread fsync renameat renameat2 unlinkat fchmod \
	fchown futimens flock close
$(TORTURE_BIN): $(BUILD)/tests/torture/write.o $(BUILD)/tests/torture/faults.o $(LIB_A)
	$(call say,LINK,$@)
	$(Q)$(LINK) -pie $(addprefix -Wl$(comma)--wrap=,$(TORTURE_WRAPS)) -o $@ $^ $(LIBS)

# The bench: a program to make photos, which shares the writers of metadata with the samples, one to
# run commands in turn, and the least that some work can cost.
BENCH_PHOTOS := $(addprefix tests/bench/,make_photos.c picture.c story.c story_blocks.c words_table.c) \
	$(addprefix tests/samples/,bytes.c exif.c iim.c xmp.c)
BENCH_BIN := $(addprefix $(BUILD)/tests/bench/,make_photos versus decode_loop hash_scan copy_loop \
	caption_speed)
BENCH ?= quick
ONLY_BENCH ?=

$(BUILD)/tests/bench/make_photos: $(BENCH_PHOTOS:%.c=$(BUILD)/%.o)
	$(call say,LINK,$@)
	$(Q)$(LINK) -pie -o $@ $^ $(LIBS)

$(BUILD)/tests/bench/caption_speed: $(BUILD)/tests/bench/caption_speed.o $(LIB_A)
	$(call say,LINK,$@)
	$(Q)$(LINK) -pie -o $@ $^ $(LIBS)

$(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o
	$(call say,LINK,$@)
	$(Q)$(LINK) -pie -o $@ $^ $(LIBS)

# Recall of `cutline identify` for altered pictures. PHOTOS: folders of real photos besides those of
# CUTLINE_CORPUS; SCENES and ASKED: how many are drawn, and asked for of each kind.
PHOTOS ?=
SCENES ?= 1000
ASKED ?= 100
$(BUILD)/tests/bench/identify: $(addprefix $(BUILD)/tests/,bench/identify.o unit/alter.o unit/alter_table.o) $(LIB_A)
	$(call say,LINK,$@)
	$(Q)$(LINK) -pie -o $@ $^ $(LIBS) -lwebp

bench-identify: $(BUILD)/tests/bench/identify ## how often altered pictures are recognised
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && $< "$$folder" $(SCENES) $(ASKED) \
		$(if $(CUTLINE_CORPUS),$(CUTLINE_CORPUS)/files) $(PHOTOS)

bench: all $(BENCH_BIN) ## measure against other programs: BENCH=quick|full, ONLY_BENCH="import find"
	@BUILD=$(BUILD) tests/bench/run $(BENCH) $(ONLY_BENCH)

check-programs: all $(UNIT_BIN) $(FUZZ_BIN) $(SAMPLES_BIN) $(BENCH_BIN) $(TORTURE_BIN)

check: check-programs ## run all tests
	@BUILD=$(BUILD) MODE=$(MODE) JOBS=$(JOBS) CC='$(CC)' tests/run

lint: all ## hold the rules of the house that a machine can hold
	@BUILD=$(BUILD) MODE=$(MODE) JOBS=$(JOBS) CC='$(CC)' tests/run lint

golden: all ## record anew what is read in samples/
	@BUILD=$(BUILD) MODE=$(MODE) tests/run --golden

check-asan: ## run all tests under the sanitizers
	+@$(call in_mode,asan) check

fuzz: ## build the fuzz targets with libFuzzer (clang)
	+@$(call in_mode,fuzz) CC=clang fuzz-programs

fuzz-programs: $(FUZZ_BIN)

# ---- the machine ---------------------------------------------------------------------------------

deps: ## install the Debian packages that build and tests need
	@sh src/tools/deps.sh

# `make deps check` asks for the packages first, also with -j.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(BUILD)/flags debug asan fuzz check-asan: | deps
endif

clean: ## remove everything made
	$(Q)rm -rf build

# What each object was made from, headers included, as the compiler noted it.
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
