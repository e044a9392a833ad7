declare module 'subset-font' {
  interface Options {
    keepAllGlyphs?: boolean;
    targetFormat: 'truetype' | 'woff2';
    /** Where an axis is pinned, or the range that is left of it. */
    variationAxes: Readonly<Record<string, number | { min: number; max: number }>>;
    /** OpenType features, by their tags. All of them where this is not given. */
    keepFeatures?: readonly string[];
  }
  /** The part of it that we use: https://github.com/papandreou/subset-font. No text with `keepAllGlyphs`. */
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options: Options,
  ): Promise<Buffer>;
}
