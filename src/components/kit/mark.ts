/** A moment worth going to, shown on the scrubber. */
export interface Mark {
  t: number;
  label: string;
  color: string;
}
