// What every element has besides its figure's settings, as data. The embedders' page, custom-elements.json and the types
// of the npm package are made from it, so what they say is the same.

import type { ChoiceSetting } from '../components/figures/shared/settings.ts';

export interface Described {
  name: string;
  /** One sentence. */
  description: string;
}

/** `Values`, `Result` and `Problem` in a type are the figure's own: see types/elements.ts. */
export interface Typed extends Described {
  type: string;
}

export interface Method extends Described {
  parameters: readonly Typed[];
  returns: string;
}

export interface ElementEvent extends Described {
  /** What is in `event.detail`: plain JSON. */
  detail: readonly Typed[];
}

/** The one attribute that is no setting of a figure. */
export const theme = {
  kind: 'enum',
  default: 'auto',
  values: ['auto', 'light', 'dark'],
  names: { auto: 'as the page', light: 'light', dark: 'dark' },
  label: 'Theme',
  group: 'view',
  description: 'Light or dark. With “auto” the figure follows the page around it.',
} as const satisfies ChoiceSetting;

export const properties: readonly Typed[] = [
  {
    name: 'result',
    type: 'Result | null',
    description:
      'What the figure found, as plain JSON: its sentence, and its numbers in ms; `null` before it is drawn.',
  },
  {
    name: 'problems',
    type: 'readonly Problem[]',
    description:
      'The settings that could not be used: what was given, what is allowed, and what stands in for it.',
  },
  { name: 'url', type: 'string', description: 'A link to this very picture on our site.' },
];

export const staticProperties: readonly Typed[] = [
  { name: 'version', type: 'string', description: 'The release that the element is from.' },
];

export const methods: readonly Method[] = [
  {
    name: 'play',
    parameters: [],
    returns: 'Promise<void>',
    description:
      'Plays on from here, or from the start if the end is reached; resolves once it moves. A figure that does not move does nothing.',
  },
  {
    name: 'pause',
    parameters: [],
    returns: 'void',
    description: 'Stops playing, and stays at this moment.',
  },
  {
    name: 'seek',
    parameters: [
      { name: 'ms', type: 'number', description: 'The moment, in ms since the request.' },
    ],
    returns: 'void',
    description:
      'Shows another moment, and plays on from there if it was playing. What is no moment is among the problems.',
  },
  {
    name: 'toSVG',
    parameters: [],
    returns: 'string',
    description: 'The picture at this moment as an SVG document, in the colours it has now.',
  },
  {
    name: 'toCSV',
    parameters: [],
    returns: 'string',
    description: 'The numbers behind the picture as CSV, with a header line (RFC 4180).',
  },
];

export const events: readonly ElementEvent[] = [
  {
    name: 'ff-ready',
    description: 'The figure is drawn and can be used.',
    detail: [
      { name: 'figure', type: 'string', description: 'Which figure: its id, “token-flow”.' },
      { name: 'version', type: 'string', description: 'The release it is from.' },
      { name: 'values', type: 'Values', description: 'Every setting and its value.' },
      { name: 'url', type: 'string', description: 'A link to this very picture.' },
      { name: 'result', type: 'Result', description: 'What the figure found.' },
    ],
  },
  {
    name: 'ff-change',
    description: 'A setting has changed, whoever changed it.',
    detail: [
      { name: 'values', type: 'Values', description: 'Every setting and its value.' },
      { name: 'url', type: 'string', description: 'A link to the picture as it is now.' },
      { name: 'result', type: 'Result', description: 'What the figure found with them.' },
    ],
  },
  {
    name: 'ff-complete',
    description: 'Playing has come to the end. A figure that does not move never says so.',
    detail: [{ name: 't', type: 'number', description: 'The end, in ms since the request.' }],
  },
  {
    name: 'ff-invalid',
    description:
      'A setting could not be used. At the start its default stands in for it; later it stays as it was.',
    detail: [{ name: 'problems', type: 'readonly Problem[]', description: 'Each such setting.' }],
  },
];
