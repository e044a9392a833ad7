// What a new figure or article may be called.

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/**
 * @throws Error that says what a name looks like, with a guess at what was meant
 */
export function checkName(kind: 'figure' | 'article', name: string): void {
  if (kebab.test(name)) return;
  const guess = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  throw new Error(
    `“${name}” cannot be the name of ${kind === 'article' ? 'an article' : 'a figure'}: it stands in addresses. ` +
      `Two or more words in small letters, with hyphens between them, as in “water-level”.` +
      (kebab.test(guess) ? ` Did you mean “${guess}”?` : ''),
  );
}

/** "water-level" → "Water level". */
export const titleOf = (name: string): string =>
  (name[0]!.toUpperCase() + name.slice(1)).replaceAll('-', ' ');
