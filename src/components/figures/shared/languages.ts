/** The language of a prepared text, where it is not English. */
export const languages: Readonly<Record<string, string>> = { japanese: 'ja' };
