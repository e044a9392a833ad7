import type { Source } from './documents.ts';

/** Who made it, and the year or date where one is known: "Brysbaert, 2019". */
export function byline(source: Source): string {
  return source.date ? `${source.by}, ${source.date}` : source.by;
}

/** How we know what a source says, for the reader who wants to check us. */
export const readings: Readonly<Record<Source['read'], { label: string; meaning: string }>> = {
  primary: {
    label: 'Read at the source',
    meaning: 'the specification, documentation, code or paper itself',
  },
  secondary: {
    label: 'Read at second hand',
    meaning: 'a copy or a summary of it, not the thing itself',
  },
  measured: { label: 'Measured by us', meaning: 'an experiment of our own, on one computer' },
  reference: {
    label: 'Not re-read',
    meaning: 'a standard reference, cited from general knowledge',
  },
};

/** "22 November 2026", in UTC: a date is a day, not a moment. */
export function longDate(date: Date): string {
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
