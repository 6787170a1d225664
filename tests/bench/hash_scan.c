/*
 * The least that a search for a likeness can cost: every entry of a file is compared with one, as
 * fast as memory gives them. An entry is what is kept of a photo: a hash of 32 bytes, or ("words")
 * that and 81 bytes of words.
 *
 *   hash_scan hashes|words FILE
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HASH = 32, HASH_AND_WORDS = 32 + 81, PIECE = 8 };

#ifdef __x86_64__
#define COUNTS_BITS __attribute__((target("popcnt")))
#else
#define COUNTS_BITS
#endif

/* Of the entry nearest to one, how many bits differ. */
COUNTS_BITS static inline __attribute__((always_inline)) unsigned nearest(const uint8_t *entries,
                                                                          size_t total, size_t size)
{
    static const uint8_t wanted[HASH_AND_WORDS] = {1, 2, 3, 4};
    unsigned best = ~0u;
    for (size_t at = 0; at + size <= total; at += size) {
        unsigned bits = 0;
        for (size_t i = 0; i < size; i += PIECE) {
            uint64_t a = 0, b = 0;
            size_t n = size - i < PIECE ? size - i : PIECE;
            memcpy(&a, entries + at + i, n);
            memcpy(&b, wanted + i, n);
            bits += (unsigned)__builtin_popcountll(a ^ b);
        }
        best = bits < best ? bits : best;
    }
    return best;
}

/* Each with a size known when this is compiled. */
COUNTS_BITS static unsigned scan(const uint8_t *entries, size_t total, int words)
{
    return words ? nearest(entries, total, HASH_AND_WORDS) : nearest(entries, total, HASH);
}

int main(int argc, char **argv)
{
    struct stat st;
    int words = argc == 3 && strcmp(argv[1], "words") == 0;
    int known = words || (argc == 3 && strcmp(argv[1], "hashes") == 0);
    int fd = known ? open(argv[2], O_RDONLY) : -1;
    if (fd < 0 || fstat(fd, &st) != 0) {
        fprintf(stderr, "usage: hash_scan hashes|words FILE\n");
        return 2;
    }
    const uint8_t *entries = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (entries == MAP_FAILED)
        return 3;
    printf("%u\n", scan(entries, (size_t)st.st_size, words));
    return close(fd) == 0 ? 0 : 3;
}
