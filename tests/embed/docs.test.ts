/* The examples on the embedders' page: what they name is there. tests/e2e/embed/docs.spec.ts runs the pages among them. */
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { fromHost } from '../../src/components/embed/docs/messages.ts';
import { figureNamed, figures } from '../../src/components/figures/registry.ts';
import { elementPath, framePath, loaderPath, playPath, tagOf } from '../../src/embed/addresses.ts';
import { events, methods, properties } from '../../src/embed/api.ts';
import { embedHeight } from '../../src/embed/heights.ts';
import { channels } from '../../src/embed/release.ts';
import { cssProperties, parts } from '../../src/embed/styling.ts';
import { views } from '../../src/embed/views.ts';
import { metrics, parse, simulate } from '../../src/sim/index.ts';
import { snippet, snippetNames } from '../content/snippets.ts';
import { readHtml } from './html.ts';

const home = 'https://feels-fast.example';
const names = snippetNames().filter((name) => name.startsWith('embed-'));
const texts = names.map((name) => ({ name, text: snippet(name) }));
const pages = texts.filter(({ name }) => name.endsWith('.html'));
const namesOf = (things: readonly { name: string }[]) => things.map(({ name }) => name);
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, it]) => it!);

/** Every path on our site that an example may name. */
const served = new Set([
  ...figures.map(({ id }) => playPath(id)),
  ...channels.flatMap((channel) => [
    loaderPath(channel),
    ...figures.map(({ id }) => elementPath(id, channel)),
    ...views.map(({ figure, preset }) => framePath(figure.id, { preset: preset?.id, channel })),
  ]),
]);

/** The figure that an address or a tag is of. */
const figureIn = (name: string) => figures.find(({ id }) => name.includes(id))!;

describe.each(texts)('$name', ({ text }) => {
  it('leads to what is there, with settings that can be used', () => {
    for (const address of found(text, new RegExp(`(${home}[^"'\\s]*)`, 'g'))) {
      const { pathname, searchParams } = new URL(address);
      expect(served).toContain(pathname);
      const given = Object.fromEntries(searchParams);
      const settings = Object.keys(given).length > 0 ? figureIn(pathname).settings : {};
      expect(Object.keys(settings)).toEqual(expect.arrayContaining(Object.keys(given)));
      expect(parse(settings, given).problems).toEqual([]);
    }
  });

  it('names events, custom properties and parts that there are', () => {
    const tags = figures.map(({ id }) => tagOf(id));
    const known = [...namesOf(events), ...tags, ...namesOf(cssProperties)];
    expect(known).toEqual(expect.arrayContaining(found(text, /((?:--)?\bff-[\w-]+)/g)));
    expect(namesOf(parts)).toEqual(expect.arrayContaining(found(text, /::part\((\w+)\)/g)));
  });

  it('has the height that was measured', () => {
    for (const height of found(text, /\b(?:min-height: |height=")(\d+)/g))
      expect(Number(height)).toBe(embedHeight(figureIn(text).id));
  });
});

describe.each(pages)('$name', ({ text }) => {
  it('gives elements settings that they have', () => {
    for (const { tag, attributes } of readHtml(text).filter((each) => each.tag.startsWith('ff-'))) {
      const { settings } = figureNamed(tag.slice('ff-'.length));
      expect(Object.keys(settings)).toEqual(expect.arrayContaining(Object.keys(attributes)));
      expect(parse(settings, attributes).problems).toEqual([]);
    }
  });

  it('asks of figures what they do', () => {
    const types = Object.keys(fromHost);
    expect(types).toEqual(expect.arrayContaining(found(text, /\btype: '(\w+)'/g)));
    const members = [...namesOf(methods), ...namesOf(properties)];
    const settings = figures.flatMap((figure) => Object.keys(figure.settings));
    const used = found(text, /\bfigure\.(\w+)/g).filter((name) => !name.endsWith('EventListener'));
    expect([...members, ...settings]).toEqual(expect.arrayContaining(used));
  });
});

test('simulate.js prints what the simulator says', () => {
  const sim = pathToFileURL('src/sim/index.ts').href;
  const code = snippet('simulate.js').replace('feels-fast/sim', sim);
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
  });
  const lines = (['pass', 'bucket', 'hold'] as const).map((proxy) => {
    const { firstPaint, lastPaint } = metrics(simulate({ rate: 120, proxy }));
    return `${proxy}: first words ${firstPaint} ms, all ${lastPaint} ms\n`;
  });
  expect(printed).toBe(lines.join(''));
});
