# cutline: one Makefile, no recursion. `make help` lists the targets.
#
# Variables a developer sets:
#   BUILD=dir     where objects and programs go (default build/release, build/debug, ...)
#   CC=clang      compiler
#   ONLY="base caption"   build the library from these folders of src/ only
#   V=1           show the commands

MODE ?= release
BUILD ?= build/$(MODE)
V ?=
Q := $(if $(V),,@)
say = $(if $(V),,@printf '  %-7s %s\n' $(1) $(2))

LIBRARIES := libexif libjpeg sqlite3 expat nettle gumbo jansson libutf8proc
PKG_CFLAGS := $(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wvla -Wformat=2 -Wundef -Wpointer-arith -Wcast-qual
BASE_CFLAGS := -std=c11 -D_GNU_SOURCE -Iinclude -Isrc -fPIC -fvisibility=hidden -pthread $(PKG_CFLAGS) $(WARNINGS)
CFLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong
CFLAGS_debug := -Og -g3 -Werror
CFLAGS_asan := -O1 -g -Werror -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
LDFLAGS_release := -Wl,-z,relro,-z,now
LDFLAGS_asan := -fsanitize=address,undefined
ALL_CFLAGS := $(BASE_CFLAGS) $(CFLAGS_$(MODE)) $(CFLAGS)
ALL_LDFLAGS := -pthread -pie $(LDFLAGS_$(MODE)) $(LDFLAGS)

LIB_DIRS := $(if $(ONLY),$(ONLY),base media meta ident caption image record query store store/sqlite writeback sheet import catalog)
LIB_SRC := $(foreach d,$(LIB_DIRS),$(wildcard src/$(d)/*.c))
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o)
CLI_SRC := $(wildcard src/cli/*.c)
CLI_OBJ := $(CLI_SRC:%.c=$(BUILD)/%.o)
LIB_A := $(BUILD)/libcutline.a
PROGRAM := $(BUILD)/cutline

UNIT_SRC := $(wildcard tests/unit/test_*.c)
UNIT_BIN := $(UNIT_SRC:tests/unit/%.c=$(BUILD)/tests/%)
FUZZ_SRC := $(wildcard tests/fuzz/fuzz_*.c)
FUZZ_BIN := $(FUZZ_SRC:tests/fuzz/%.c=$(BUILD)/tests/%)

.PHONY: all clean
all: $(PROGRAM)

$(PROGRAM): $(CLI_OBJ) $(LIB_A)
	$(call say,LINK,$@)
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(CLI_OBJ) $(LIB_A) $(PKG_LIBS) -lm

$(LIB_A): $(LIB_OBJ)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcs $@ $(LIB_OBJ)

$(BUILD)/%.o: %.c Makefile
	$(call say,CC,$<)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Unit tests: one program a file, against the static library (which still has its inner symbols).
$(BUILD)/tests/test_%: tests/unit/test_%.c $(LIB_A)
	$(call say,TEST,$@)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -Itests -o $@ $< $(LIB_A) $(PKG_LIBS) -lcmocka -lm

# Fuzz targets with a main that replays files; `make fuzz` builds them with libFuzzer.
$(BUILD)/tests/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $(LIB_A)
	$(call say,FUZZ,$@)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -Itests -o $@ $< tests/fuzz/replay.c $(LIB_A) $(PKG_LIBS) -lm

clean:
	$(Q)rm -rf build

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d)
