/** Inputs that are whole numbers, in the order of the form. */
export const NUMBER_KEYS = ['audience', 'cold', 'age', 'hours', 'per'] as const;

/** What the address may say. */
export const KEYS = [...NUMBER_KEYS, 'start', 'sources'] as const;
