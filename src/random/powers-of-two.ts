/** Exact powers of two, by which exp and log scale. */

/** Index of 2^0 in `POWERS_OF_TWO`. */
export const POWER_OFFSET = 1024;

/** 2^i at index i + POWER_OFFSET for i = −1024..1023, by exact doubling and halving (the lowest two are subnormal). */
export const POWERS_OF_TWO = new Float64Array(2048);

POWERS_OF_TWO[POWER_OFFSET] = 1;
for (let i = POWER_OFFSET + 1; i < 2048; i++) POWERS_OF_TWO[i] = (POWERS_OF_TWO[i - 1] as number) * 2;
for (let i = POWER_OFFSET - 1; i >= 0; i--) POWERS_OF_TWO[i] = (POWERS_OF_TWO[i + 1] as number) / 2;
