/** Of a frame, in px. */
export const width = 720;

/**
 * How high a figure's frame is at that width before anybody touches it, in px; "figure/preset" where a preset is far
 * from that. tests/e2e/oembed.spec.ts measures, and says what to write here.
 */
const heights: Readonly<Record<string, number>> = {
  'token-flow': 1390,
  'latency-simulator': 1220,
  'transport-chooser': 1250,
  'transport-chooser/chat': 1950,
  'transport-chooser/title': 1750,
  'transport-chooser/nightly': 1800,
  'transport-chooser/research': 1960,
};

/** The height for an iframe, in px, until its figure has said its own. A figure that nobody has measured gets a guess. */
export const embedHeight = (figure: string, preset?: string): number =>
  heights[`${figure}/${preset ?? ''}`] ?? heights[figure] ?? 1000;
