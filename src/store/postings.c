#include "store/postings.h"

/* Kinds in a block: as many as there would be if each had one photo. */
#define KINDS_MOST (CUT_POSTINGS_BYTES / 6)
/* Numbers of a block: those of many kinds, or of one that has many photos, and of the next kind. */
#define NUMBERS_MOST (CUT_POSTINGS_BYTES / 2 + 2 * CUT_POSTINGS_MOST)
#define NO_FORM 8u

/* ---- reading ------------------------------------------------------------------------------------
 */

static uint32_t number_at(const uint8_t *p, size_t i)
{
    return p[2 * i] | (uint32_t)p[2 * i + 1] << 8;
}

cut_postings_block cut_postings_open(cut_view bytes, uint32_t first)
{
    cut_postings_block out = {bytes, first, 0};
    if (bytes.n >= 2 && 2 + 4 * (size_t)number_at(bytes.p, 0) <= bytes.n)
        out.kinds = number_at(bytes.p, 0);
    return out;
}

uint32_t cut_postings_kind(const cut_postings_block *block, uint32_t i)
{
    return block->first + number_at(block->bytes.p, 1 + 2 * (size_t)i);
}

/* Where the photos of a kind end, within the block. */
static const uint8_t *end_of(const cut_postings_block *block, uint32_t i)
{
    size_t at = 2 + 4 * (size_t)block->kinds + 2 * number_at(block->bytes.p, 2 + 2 * (size_t)i);
    size_t whole = block->bytes.n / 2 * 2;
    return block->bytes.p + (at < whole ? at : whole);
}

cut_postings cut_postings_of(const cut_postings_block *block, uint32_t i)
{
    const uint8_t *from =
        i > 0 ? end_of(block, i - 1) : block->bytes.p + 2 + 4 * (size_t)block->kinds;
    return (cut_postings){from, end_of(block, i), 0};
}

/* ---- making -------------------------------------------------------------------------------------
 */

static void begin_kind(cut_postings_maker *m)
{
    m->at = 0;
    m->form = NO_FORM;
    m->too_many = false;
}

bool cut_postings_maker_init(cut_postings_maker *m, cut_arena *arena, cut_postings_fn write,
                             void *context)
{
    *m = (cut_postings_maker){.write = write, .context = context};
    m->heads = CUT_NEW_ARRAY(arena, uint16_t, 2 * KINDS_MOST);
    m->numbers = CUT_NEW_ARRAY(arena, uint16_t, NUMBERS_MOST);
    m->bytes = cut_arena_alloc(arena, 2 + 4 * KINDS_MOST + 2 * NUMBERS_MOST, 1);
    begin_kind(m);
    return m->heads && m->numbers && m->bytes;
}

static void add_number(cut_postings_maker *m, uint32_t number)
{
    if (m->n - m->done == CUT_POSTINGS_MOST)
        m->too_many = true;
    else
        m->numbers[m->n++] = (uint16_t)number;
}

void cut_postings_add(cut_postings_maker *m, uint32_t photo, unsigned form)
{
    uint32_t step = photo - m->at;
    if (step == 0 && form == m->form)
        return;
    for (; step >= CUT_POSTINGS_STEP && !m->too_many; step -= CUT_POSTINGS_STEP)
        add_number(m, CUT_POSTINGS_STEP << 3);
    add_number(m, step << 3 | form);
    m->at = photo;
    m->form = form;
}

static uint8_t *put_numbers(uint8_t *to, const uint16_t *from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        *to++ = (uint8_t)from[i];
        *to++ = (uint8_t)(from[i] >> 8);
    }
    return to;
}

/* Writes the kinds that are done; what is there of the next one stays. */
static cutline_status flush(cut_postings_maker *m, cutline_error *err)
{
    const uint16_t kinds = (uint16_t)m->kinds;
    uint8_t *end = put_numbers(m->bytes, &kinds, 1);
    if (m->kinds == 0)
        return CUTLINE_OK;
    end = put_numbers(end, m->heads, 2 * (size_t)m->kinds);
    end = put_numbers(end, m->numbers, m->done);
    cut_view bytes = {m->bytes, (size_t)(end - m->bytes)};
    memmove(m->numbers, m->numbers + m->done, (m->n - m->done) * sizeof *m->numbers);
    m->n -= m->done;
    m->done = 0;
    m->kinds = 0;
    return m->write(m->first, bytes, m->context, err);
}

/* The block at hand has room for the next kind. */
static bool fits(const cut_postings_maker *m, uint32_t kind)
{
    return kind - m->first <= UINT16_MAX && m->kinds < KINDS_MOST &&
           2 + 4 * (m->kinds + 1) + 2 * m->n <= CUT_POSTINGS_BYTES;
}

cutline_status cut_postings_end_kind(cut_postings_maker *m, uint32_t kind, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (m->too_many)
        m->n = m->done;
    if (m->n > m->done && m->kinds > 0 && !fits(m, kind))
        status = flush(m, err);
    if (m->n > m->done) {
        if (m->kinds == 0)
            m->first = kind;
        m->heads[2 * m->kinds] = (uint16_t)(kind - m->first);
        m->heads[2 * m->kinds + 1] = (uint16_t)m->n;
        m->kinds++;
        m->done = m->n;
    }
    begin_kind(m);
    return status;
}

cutline_status cut_postings_finish(cut_postings_maker *m, cutline_error *err)
{
    return flush(m, err);
}
