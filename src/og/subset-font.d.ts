declare module 'subset-font' {
  /** The part of its options that we use: https://github.com/papandreou/subset-font */
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options: {
      keepAllGlyphs: true;
      targetFormat: 'truetype';
      variationAxes: Readonly<Record<string, number>>;
    },
  ): Promise<Buffer>;
}
