/** The one of `names` that takes the fewest typing errors to become `word`; the first of several. */
export function nearest(word: string, names: readonly string[]): string {
  let best = names[0]!;
  let least = Infinity;
  for (const name of names) {
    const errors = typingErrors(word.toLowerCase(), name);
    if (errors < least) [best, least] = [name, errors];
  }
  return best;
}

/** Letters left out, added, changed, or swapped with the one beside (the optimal string alignment distance). */
function typingErrors(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [
    i,
    ...Array<number>(b.length).fill(0),
  ]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let errors = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + same,
      );
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        errors = Math.min(errors, (rows[i - 2]?.[j - 2] ?? errors) + 1);
      rows[i]![j] = errors;
    }
  }
  return rows[a.length]![b.length]!;
}
