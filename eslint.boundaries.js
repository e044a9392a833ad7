// Which folder may import what. CONTRIBUTING.md has the picture; these are the lines in it that are easy to cross.

/** Every file has every category that fits; the order does not matter. */
const files = [
  { category: 'ours', pattern: '**' },
  { category: 'sim', pattern: 'src/sim/**' },
  { category: 'run', pattern: 'src/run/**' },
  { category: 'playback', pattern: 'src/playback/**' },
  { category: 'wire', pattern: 'src/wire/**' },
  { category: 'words', pattern: 'src/text.ts' },
  { category: 'gsap-clock', pattern: 'src/playback/gsapClock.ts' },
  // A figure's settings, layout and words: pure functions of a trace, tested by their numbers.
  {
    category: 'figure-logic',
    pattern:
      'src/components/figures/*/{settings,scene,stations,layout,marks,vessel,bar,place,arrow,refine,describe,feet,words,tables,picture,card,result}.ts',
    capture: ['figure'],
  },
  { category: 'figure-file', pattern: 'src/components/figures/*/**', capture: ['figure'] },
  { category: 'figure-shared', pattern: 'src/components/figures/shared/**' },
];

const from = (category) => ({ file: { categories: category } });
const anything = { to: { module: { origin: '*' } } };
const file = (selector) => ({ to: { file: selector } });
const packages = (...names) => ({ to: { module: { origin: 'external', source: names } } });

/** The last policy that fits decides. */
const policies = [
  {
    from: from('ours'),
    disallow: packages('d3-selection', 'd3-transition', 'd3-timer'),
    message: 'Svelte draws and playback keeps time: of d3, only the pure modules.',
  },
  {
    from: from('ours'),
    disallow: packages('gsap'),
    message:
      'Only src/playback/gsapClock.ts knows GSAP; everything else takes a Clock, so that embeds can ship the small one.',
  },
  {
    from: from('sim'),
    disallow: anything,
    message: 'src/sim stands alone: it imports nothing from outside the folder and no package.',
  },
  { from: from('sim'), allow: file({ categories: 'sim' }) },
  {
    from: from('run'),
    disallow: anything,
    message:
      'src/run imports its own files, src/sim and the parser of SSE events, so that a bare page can run it.',
  },
  {
    from: from('run'),
    allow: [file({ categories: ['run', 'sim'] }), packages('eventsource-parser')],
  },
  {
    from: from('playback'),
    disallow: anything,
    message: 'src/playback imports its own files, svelte and the types of src/sim.',
  },
  { from: from('playback'), allow: [file({ categories: 'playback' }), packages('svelte')] },
  {
    from: from('playback'),
    allow: { ...file({ categories: 'sim' }), dependency: { kind: 'type' } },
  },
  { from: from('gsap-clock'), allow: packages('gsap') },
  {
    from: from('wire'),
    disallow: { to: { module: { origin: ['local', 'external'] } } },
    message:
      'src/wire, the mock server, imports Node, src/sim and src/text.ts: no page, and no package.',
  },
  { from: from('wire'), allow: file({ categories: ['wire', 'sim', 'words'] }) },
  // Not among the names that the plugin knows as Node's own.
  { from: from('wire'), allow: packages('node:sqlite') },
  // What the mock server sends has the types of the clients that are to read it.
  {
    from: from('wire'),
    allow: { ...packages('openai', '@anthropic-ai/sdk'), dependency: { kind: 'type' } },
  },
  {
    from: from('figure-logic'),
    disallow: anything,
    message:
      "A figure's settings, scene, layout, words, tables and picture import src/sim, their own folder, figures/shared and d3-array.",
  },
  {
    from: from('figure-logic'),
    allow: [
      file({ categories: ['sim', 'figure-shared'] }),
      file({ categories: 'figure-file', captured: { figure: '{{ from.file.captured.figure }}' } }),
      packages('d3-array'),
    ],
  },
];

export const settings = {
  'boundaries/files': files,
  'boundaries/legacy-templates': false,
};
export const rules = {
  'boundaries/dependencies': [
    'error',
    {
      default: 'allow',
      checkAllOrigins: true,
      checkUnknownLocals: true,
      checkInternals: true,
      policies,
    },
  ],
};
