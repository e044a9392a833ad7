import fc from 'fast-check';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { figures } from '../../src/components/figures/registry.ts';
import {
  fromQuery,
  toQuery,
  type FigureDefinition,
} from '../../src/components/figures/shared/settings.ts';
import { sandbox } from '../../src/embed/iframeCode.ts';
import { rolling, version } from '../../src/embed/release.ts';
import { policyFor, snippetsFor, type EmbedSpec, type Part } from '../../src/embed/snippets.ts';
import { presetValues, queryFrom, shortest, type Values } from '../../src/embed/snippets/query.ts';
import { valuesOf } from '../figures/arbitraries.ts';
import type { Read } from './html.ts';
import { read, runModule } from './parts.ts';

const origin = 'https://feels-fast.example';
const [flow, simulator] = figures as [FigureDefinition, FigureDefinition];
const plain: EmbedSpec = {
  origin,
  figure: simulator,
  query: '',
  theme: 'auto',
  height: 460,
  pinned: false,
};
const pinned: EmbedSpec = {
  ...plain,
  pinned: true,
  integrity: 'sha384-element+/=',
  loaderIntegrity: 'sha384-loader+/=',
};

const snippetOf = (platform: string, spec: EmbedSpec) => {
  const snippet = snippetsFor(spec).find((each) => each.platform === platform);
  if (!snippet) throw new Error(`no platform ${platform}`);
  return snippet;
};
const figurePart = (platform: string, spec: EmbedSpec) => {
  const { parts } = snippetOf(platform, spec);
  const part = parts.find(({ where }) => where.startsWith('Where the figure goes')) ?? parts[0]!;
  // Starlight's own styles keep out of this, and it is no part of the figure.
  const code = part.code.replace(/^<div class="not-content">\n {2}(.*)\n<\/div>$/, '$1');
  return { ...part, code };
};
const readPart = ({ language, code }: Part): Read[] => read[language]!(code);
const readFigure = (platform: string, spec: EmbedSpec) => readPart(figurePart(platform, spec))[0]!;

const iframes = ['iframe', 'docusaurus', 'vitepress', 'starlight', 'mkdocs'];
const elements = ['element', 'docusaurus-element', 'vitepress-element', 'starlight-element'];
const inCode = ['npm-react', 'npm-vue', 'npm-svelte'];

test('there is a snippet for every platform, and each says where its parts go', () => {
  const all = snippetsFor(plain);
  const platforms = all.map(({ platform }) => platform);
  expect([...platforms].sort()).toEqual(
    [...iframes, ...elements, ...inCode, 'url', 'image'].sort(),
  );
  for (const { parts } of all) {
    expect(parts.length).toBeGreaterThan(0);
    const wheres = parts.map(({ where }) => where);
    expect(new Set(wheres).size).toBe(wheres.length);
  }
});

describe('the frame', () => {
  test.each(iframes)('%s: an iframe, and nothing that some tool refuses', (platform) => {
    const spec = { ...plain, query: 'rate=120&ttft=500', preset: 'bucket', theme: 'dark' } as const;
    const found = readPart(figurePart(platform, spec));
    expect(found).toEqual([
      {
        tag: 'iframe',
        attributes: {
          src: `${origin}/${rolling}/embed/latency-simulator/bucket/?ttft=500&rate=120&theme=dark`,
          title: 'Latency simulator',
          width: '100%',
          height: '460',
          loading: 'lazy',
          sandbox,
        },
        text: '',
      },
    ]);
    expect(figurePart(platform, spec).code).not.toMatch(/<script|style=|class|\n/);
  });

  const loaders = [
    { name: 'rolling', spec: plain, src: `${origin}/${rolling}/embed.js`, more: {} },
    {
      name: 'pinned',
      spec: pinned,
      src: `${origin}/${version}/embed.js`,
      more: { integrity: 'sha384-loader+/=', crossorigin: 'anonymous' },
    },
  ];
  for (const { name, spec, src, more } of loaders) {
    test.each(['iframe', 'mkdocs'])(
      `%s, ${name}: the loader as a script of the page`,
      (platform) => {
        const [script] = readPart(snippetOf(platform, spec).parts[1]!);
        expect(script).toEqual({
          tag: 'script',
          attributes: { async: '', src, ...more },
          text: '',
        });
      },
    );
    test.each(['docusaurus', 'vitepress', 'starlight'])(
      `%s, ${name}: the loader in its configuration`,
      (platform) => {
        const attributes = scriptIn(platform, spec);
        const async = platform === 'vitepress' ? '' : true;
        expect(attributes).toEqual({ async, src, ...more });
      },
    );
  }

  test('reStructuredText: the same two, all of it indented', () => {
    const { code } = snippetOf('mkdocs', pinned).parts.find(({ where }) =>
      where.includes('reStructuredText'),
    )!;
    const [directive, blank, ...lines] = code.split('\n');
    expect([directive, blank]).toEqual(['.. raw:: html', '']);
    for (const line of lines) expect(line).toMatch(/^ {3}\S/);
    const within = read.html!(lines.join('\n'));
    expect(within.map(({ tag }) => tag)).toEqual(['iframe', 'script']);
    expect(within[0]).toEqual(readFigure('iframe', pinned));
  });
});

/** The attributes of the script that a configuration part adds. */
function scriptIn(platform: string, spec: EmbedSpec): unknown {
  const part = snippetOf(platform, spec).parts.find(({ language }) => language === 'js')!;
  const config = runModule(part.code)['default'] as {
    scripts?: unknown[];
    head?: [string, unknown][];
    integrations?: { head: { tag: string; attrs: unknown }[] }[];
  };
  const { tag, attrs } = config.integrations?.[0]?.head[0] ?? {};
  if (tag) return tag === 'script' && attrs;
  return config.scripts?.[0] ?? (config.head?.[0]?.[0] === 'script' && config.head[0][1]);
}

describe('the custom element', () => {
  const spec = { ...plain, query: 'rate=120', preset: 'bucket', theme: 'light' } as const;

  test.each(elements)(
    '%s: the preset and the settings as attributes, and a link inside',
    (platform) => {
      const [element, link, ...rest] = readPart(figurePart(platform, spec));
      expect(element).toEqual({
        tag: 'ff-latency-simulator',
        attributes: { rate: '120', proxy: 'bucket', theme: 'light' },
        text: 'Latency simulator',
      });
      expect(link).toEqual({
        tag: 'a',
        attributes: { href: `${origin}/play/latency-simulator/?rate=120&proxy=bucket` },
        text: 'Latency simulator',
      });
      expect(rest).toEqual([]);
      // In Markdown a tag that shares its line begins a paragraph, and a blank line ends the element.
      expect(figurePart(platform, spec).code).toMatch(
        /^<[^\n]*>\n[^\n]+\n<\/ff-latency-simulator>$/,
      );
    },
  );

  const modules = [
    { name: 'rolling', spec: plain, channel: rolling, more: {} },
    {
      name: 'pinned',
      spec: pinned,
      channel: version,
      more: { integrity: 'sha384-element+/=', crossorigin: 'anonymous' },
    },
  ];
  for (const { name, spec, channel, more } of modules) {
    const attributes = {
      type: 'module',
      src: `${origin}/${channel}/ff-latency-simulator.js`,
      ...more,
    };
    test(`element, ${name}: a module script`, () => {
      const [script] = readPart(snippetOf('element', spec).parts[1]!);
      expect(script).toEqual({ tag: 'script', attributes, text: '' });
    });
    test.each(elements.slice(1))(
      `%s, ${name}: a module script in its configuration`,
      (platform) => {
        expect(scriptIn(platform, spec)).toEqual(attributes);
      },
    );
  }

  test('element: room for it until the script has come', () => {
    const room = snippetOf('element', plain).parts.find(({ language }) => language === 'css')!;
    expect(room.code).toBe(
      'ff-latency-simulator:not(:defined) {\n  display: block;\n  min-height: 460px;\n}',
    );
  });

  test.each(['vitepress-element', 'npm-vue'])(
    '%s: Vue is told that it is no component',
    (platform) => {
      const part = snippetOf(platform, plain).parts.find(({ language }) => language === 'js')!;
      interface Options {
        template: { compilerOptions: { isCustomElement(tag: string): boolean } };
      }
      const { vue, plugins } = runModule(part.code)['default'] as {
        vue?: Options;
        plugins?: Options[];
      };
      const { isCustomElement } = (vue ?? plugins![0]!).template.compilerOptions;
      expect(isCustomElement('ff-token-flow')).toBe(true);
      expect(isCustomElement('router-link')).toBe(false);
    },
  );
});

describe('the npm package', () => {
  const cases = [
    { name: 'the newest that breaks nothing', spec: plain, release: version.split('.')[0]! },
    { name: 'this one', spec: pinned, release: version },
  ];
  for (const { name, spec, release } of cases)
    test.each(inCode)(`%s: installs ${name}`, (platform) => {
      const [install] = snippetOf(platform, spec).parts;
      expect(install).toMatchObject({ language: 'sh', code: `npm install feels-fast@${release}` });
    });

  test.each(['npm-react', 'npm-vue'])(
    '%s: fetches this figure’s element, and no other',
    (platform) => {
      expect(figurePart(platform, plain).code).toContain(
        "import 'feels-fast/define/latency-simulator';",
      );
    },
  );

  test('in Svelte the settings are props, and the theme is around it', () => {
    const spec = { ...plain, query: 'rate=120', theme: 'dark' } as const;
    expect(readPart(figurePart('npm-svelte', spec))).toEqual([
      { tag: 'div', attributes: { style: 'color-scheme: dark' }, text: '' },
      { tag: 'LatencySimulator', attributes: { rate: '120' }, text: '' },
    ]);
    expect(readFigure('npm-svelte', plain).tag).toBe('LatencySimulator');
  });
});

test('a picture: the poster of the preset, leading to the settings', () => {
  const { code } = figurePart('image', { ...plain, query: 'rate=120', preset: 'bucket' });
  const [, alt, poster, play] = /^\[!\[([^\]]+)\]\(([^)]+)\)\]\(([^)]+)\)$/.exec(code)!;
  expect(alt).toMatch(/^Latency simulator: A proxy /);
  expect(poster).toBe(`${origin}/posters/latency-simulator/bucket.png`);
  expect(play).toBe(`${origin}/play/latency-simulator/?rate=120&proxy=bucket`);
});

describe('laws', () => {
  /** Any figure, set up in any way. */
  const specs = fc.constantFrom(...figures).chain((figure) =>
    fc
      .record({
        preset: fc.option(fc.constantFrom(...figure.presets.map(({ id }) => id)), {
          nil: undefined,
        }),
        values: valuesOf(figure.settings),
        theme: fc.constantFrom('auto', 'light', 'dark'),
        pinned: fc.boolean(),
      })
      .map(({ preset, values, theme, pinned }) => ({
        values,
        // Every value in words: the preset may have set it to something else.
        spec: {
          ...plain,
          figure,
          theme,
          pinned,
          query: new URLSearchParams(textOf(figure, values)).toString(),
          ...(preset && { preset }),
        },
      })),
  );
  const textOf = (figure: FigureDefinition, values: Values) =>
    Object.fromEntries(
      Object.entries(figure.settings).map(([name, setting]) => {
        const other = { ...setting, default: undefined } as never;
        const query = toQuery({ [name]: other }, { [name]: values[name]! });
        return [name, new URLSearchParams(query).get(name)!];
      }),
    );

  test('every frame’s address comes back to the same settings and theme', () => {
    fc.assert(
      fc.property(specs, ({ spec, values }) => {
        const src = new URL(readFigure('iframe', spec).attributes['src']!);
        const [, channel, , figure, preset] = src.pathname.split('/');
        expect([channel, figure]).toEqual([spec.pinned ? version : rolling, spec.figure.id]);
        expect(preset).toBe(spec.preset ?? '');
        expect(src.searchParams.get('theme') ?? 'auto').toBe(spec.theme);
        src.searchParams.delete('theme');
        const base = presetValues(spec.figure, spec.preset);
        expect(fromQuery(spec.figure.settings, src.search, base)).toEqual({ values, problems: [] });
        // An address is not longer than it must be.
        for (const [name, value] of src.searchParams)
          expect(value, name).not.toBe(textOf(spec.figure, base)[name]);
        expect(snippetOf('url', spec).parts[0]!.code).toBe(
          readFigure('iframe', spec).attributes['src'],
        );
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('the shortest address comes back to the same settings, and no preset is nearer', () => {
    fc.assert(
      fc.property(specs, ({ spec: { figure }, values }) => {
        const { preset, query } = shortest(figure, values);
        const { settings } = figure;
        expect(fromQuery(settings, query, presetValues(figure, preset)).values).toEqual(values);
        const length = (of: string) => new URLSearchParams(of).size;
        for (const id of [undefined, ...figure.presets.map((each) => each.id)])
          expect(
            length(queryFrom(settings, values, presetValues(figure, id))),
          ).toBeGreaterThanOrEqual(length(query));
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test.each(figures.flatMap((figure) => figure.presets.map(({ id }) => ({ figure, id }))))(
    'the shortest address of $id of $figure.id is itself, or nothing',
    ({ figure, id }) => {
      const values = presetValues(figure, id);
      const isDefault =
        Object.keys(figure.presets.find((each) => each.id === id)!.settings).length === 0;
      expect(shortest(figure, values)).toEqual(
        isDefault ? { query: '' } : { preset: id, query: '' },
      );
    },
  );

  test('every element’s attributes come back to the same settings and theme, in every language', () => {
    fc.assert(
      fc.property(specs, ({ spec, values }) => {
        for (const platform of [...elements, ...inCode]) {
          const found = readPart(figurePart(platform, spec));
          const { attributes } = found.find(({ tag }) => /^ff-|^[A-Z]/.test(tag))!;
          const { theme = 'auto', ...settings } = attributes;
          if (platform !== 'npm-svelte') expect(theme).toBe(spec.theme);
          const query = new URLSearchParams(settings).toString();
          expect(fromQuery(spec.figure.settings, query)).toEqual({ values, problems: [] });
        }
      }),
      { numRuns: 50, seed: 1 }, // each runs three compilers
    );
  });

  test('whatever is in the query, no snippet has more than the figure’s own settings', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('"><script>', '{{x}}', "'", 'NaN', '1e9'));
    const name = fc.oneof(
      fc.constantFrom(...Object.keys(simulator.settings), 'onload', 'style', 'theme', '__proto__'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, word)), (pairs) => {
        const spec = { ...plain, query: new URLSearchParams(pairs).toString() };
        const src = new URL(readFigure('iframe', spec).attributes['src']!);
        expect(fromQuery(simulator.settings, src.search).problems).toEqual([]);
        expect(Object.keys(simulator.settings)).toEqual(
          expect.arrayContaining([...src.searchParams.keys()]),
        );
        expect(Object.keys(simulator.settings)).toEqual(
          expect.arrayContaining(Object.keys(readFigure('element', spec).attributes)),
        );
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

test('a preset that is not there is named', () => {
  expect(() => snippetsFor({ ...plain, preset: 'buket' })).toThrow(
    /^latency-simulator: no preset “buket”.*Did you mean "bucket"\?$/,
  );
});

describe('hostile words', () => {
  const value = '"\'`{x}{{y}}<b>&amp;</script>\\ $1 *_[]()';
  const figure: FigureDefinition = {
    ...simulator,
    title: `${value}\n\n# no heading`,
    summary: value,
    presets: [],
    settings: {
      rate: simulator.settings['rate']!,
      odd: {
        kind: 'enum',
        default: 'a',
        values: ['a', value],
        names: { a: 'a', [value]: 'b' },
        label: 'Odd',
        group: 'view',
        description: 'Odd.',
      },
    },
  };
  const spec: EmbedSpec = {
    ...pinned,
    figure,
    query: new URLSearchParams({ odd: value }).toString(),
    integrity: value,
    loaderIntegrity: value,
  };
  const title = `${value} # no heading`;

  test.each(iframes)('%s: come out as they went in', (platform) => {
    const { tag, attributes } = readFigure(platform, spec);
    expect(tag).toBe('iframe');
    expect(attributes['title']).toBe(title);
    expect(new URL(attributes['src']!).searchParams.get('odd')).toBe(value);
  });

  test.each([...elements, ...inCode])('%s: come out as they went in', (platform) => {
    const found = readPart(figurePart(platform, spec));
    expect(found[0]!.attributes).toEqual({ odd: value });
    for (const { text } of found.slice(elements.includes(platform) ? 0 : found.length))
      expect(text).toBe(title);
  });

  test.each(['docusaurus', 'vitepress', 'starlight', ...elements.slice(1)])(
    '%s: come out of its configuration as they went in',
    (platform) => {
      expect(scriptIn(platform, spec)).toMatchObject({ integrity: value });
    },
  );

  test('as a page’s script', () => {
    for (const platform of ['iframe', 'mkdocs', 'element'])
      expect(readPart(snippetOf(platform, spec).parts[1]!)[0]!.attributes['integrity']).toBe(value);
  });

  test('in Markdown there is one picture and one link, and no more', () => {
    const { code } = figurePart('image', spec);
    expect(code).toMatch(/^\[!\[[^[\]*_`$\\<>\n]+\]\([^()\s]+\)\]\([^()\s]+\)$/);
    const alt = /^\[!\[([^\]]*)/.exec(code)![1]!;
    expect(DomUtils.textContent(parseDocument(alt))).toBe(`${title}: ${value}`);
  });
});

const names = [...new Set(figures.flatMap(({ settings }) => Object.keys(settings)))];

// Python's html.unescape, which several tools run over addresses, needs no semicolon: it reads `&region=` as `®ion=`.
// A browser does the same with text.
test.each([...names, 'theme', 'preset', 'figure'])('%s survives html.unescape', (name) => {
  const address = `?a=1&${name}=1`;
  expect(DomUtils.textContent(parseDocument(address))).toBe(address);
});

test('no setting is called like what the configurator or an element has besides', () => {
  const taken =
    /^(figure|preset|theme|width|platform|release|result|problems|url|play|pause|seek|version)$/;
  expect(names.filter((name) => taken.test(name))).toEqual([]);
});

test.each([
  { tier: 'url', expected: `frame-src ${origin}` },
  { tier: 'iframe', expected: `frame-src ${origin}; script-src ${origin}` },
  { tier: 'element', expected: `script-src ${origin}` },
  { tier: 'npm', expected: null },
  { tier: 'image', expected: `img-src ${origin}` },
] as const)('what a host’s policy must allow: $tier', ({ tier, expected }) => {
  expect(policyFor(tier, origin)).toBe(expected);
});

test('the figures here are those the tests speak of', () => {
  expect([flow.id, simulator.id]).toEqual(['token-flow', 'latency-simulator']);
});
