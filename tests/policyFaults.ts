import { createHash } from 'node:crypto';
import { DomUtils, parseDocument } from 'htmlparser2';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Every policy has these, word for word. */
const always = [
  "default-src 'none'",
  "base-uri 'none'",
  /form-action '(none|self)'/,
  "require-trusted-types-for 'script'",
];

/** What stands in a page and its policy does not know, or ought not to allow. */
export function policyFaults(html: string): string[] {
  const elements = DomUtils.findAll(() => true, parseDocument(html).children);
  const metas = elements.filter((e) => e.attribs['http-equiv'] === 'Content-Security-Policy');
  if (metas.length !== 1) return [`it has ${metas.length} policies`];
  const policy = metas[0]!.attribs['content']!;
  const sources = (directive: string) =>
    new RegExp(`(?:^|; )${directive} ([^;]*)`).exec(policy)?.[1]!.split(' ') ?? [];

  const unsafe = policy.match(/'unsafe-[\w-]+'|'strict-dynamic'|https?:\S*|(?<= )\*/g) ?? [];
  const missing = always.filter((directive) => !policy.match(directive)).map(String);
  const early = elements
    .slice(0, elements.indexOf(metas[0]!))
    .filter(({ name }) => ['script', 'style', 'link'].includes(name));
  const attributes = elements.flatMap(({ name, attribs }) =>
    Object.entries(attribs)
      .filter(([key, value]) => /^(style|srcdoc|on.*)$/.test(key) || /^javascript:/i.test(value))
      .map(([key, value]) => `<${name} ${key}="${value}">`),
  );
  const unknown = elements
    .filter(({ name, attribs }) => name === 'style' || (name === 'script' && !attribs['src']))
    .filter(({ attribs }) => !attribs['type']?.endsWith('json')) // is read, and not run
    .map((element) => ({ name: element.name, text: DomUtils.textContent(element) }))
    .filter(({ name, text }) => !sources(`${name}-src`).includes(hash(text)));

  return [
    ...unsafe.map((source) => `it allows ${source}`),
    ...missing.map((directive) => `it lacks ${directive}`),
    ...early.map(({ name }) => `<${name}> comes before it`),
    ...attributes,
    ...unknown.map(({ name, text }) => `<${name}>${text.trim().slice(0, 60)}`),
  ];
}
