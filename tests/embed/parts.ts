// Reads the code of a snippet the way its language does: which elements there are, with which attributes.
import { parse as parseSvelte, type AST } from 'svelte/compiler';
import ts from 'typescript';
import { compileTemplate, parse as parseVue } from 'vue/compiler-sfc';
import type { Language } from '../../src/embed/snippets/types.ts';
import { readHtml, type Read } from './html.ts';

/** JSX as JavaScript, run with a `createElement` that takes notes: parents after their children, so turned round. */
function readJsx(code: string): Read[] {
  const found: Read[] = [];
  const createElement = (
    tag: string,
    attributes: Record<string, string> | null,
    ...children: string[]
  ) => {
    found.unshift({ tag, attributes: attributes ?? {}, text: children.join('').trim() });
    return children.join('');
  };
  const whole = code.includes('return')
    ? code
    : `export default function Page() { return <>${code}</>; }`;
  const page = runModule(whole, { React: { createElement, Fragment: '' } })[
    'default'
  ] as () => string;
  page();
  return found.filter(({ tag }) => tag);
}

/** The elements that Vue's compiler sees, in the code it makes of them. */
function readVue(code: string): Read[] {
  const source = parseVue(code).descriptor.template?.content ?? code;
  const { ast, errors } = compileTemplate({
    source,
    filename: 'x.vue',
    id: 'x',
    compilerOptions: { isCustomElement: (tag) => tag.startsWith('ff-') },
  });
  if (errors.length > 0) throw new Error(String(errors[0]));
  const found: Read[] = [];
  type Node = NonNullable<typeof ast>['children'][number];
  const walk = (node: Node): string => {
    if ('content' in node && typeof node.content === 'string') return node.content;
    if (!('tag' in node)) throw new Error(`Vue takes this for code: ${node.loc.source}`);
    const attributes: Record<string, string> = {};
    for (const prop of node.props) {
      if ('exp' in prop) throw new Error(`Vue takes this for code: ${prop.loc.source}`);
      attributes[prop.name] = prop.value?.content ?? '';
    }
    const read = { tag: node.tag, attributes, text: '' };
    found.push(read);
    return (read.text = node.children.map(walk).join('').trim());
  };
  ast!.children.forEach(walk);
  return found;
}

function readSvelte(code: string): Read[] {
  const found: Read[] = [];
  const walk = (node: AST.Fragment['nodes'][number]): string => {
    if (node.type === 'Text') return node.data;
    if (node.type !== 'RegularElement' && node.type !== 'Component')
      throw new Error(`Svelte takes this for code: ${node.type}`);
    const attributes = Object.fromEntries(
      node.attributes.map((attribute) => {
        const value = attribute.type === 'Attribute' && attribute.value;
        const [only] = Array.isArray(value) ? value : [];
        if (attribute.type !== 'Attribute' || only?.type !== 'Text')
          throw new Error(`Svelte takes this for code: ${attribute.type}`);
        return [attribute.name, only.data];
      }),
    );
    const read = { tag: node.name, attributes, text: '' };
    found.push(read);
    return (read.text = node.fragment.nodes.map(walk).join('').trim());
  };
  parseSvelte(code, { modern: true }).fragment.nodes.forEach(walk);
  return found;
}

/** The elements in code of a language, outermost first. */
export const read: Readonly<Partial<Record<Language, (code: string) => Read[]>>> = {
  html: readHtml,
  mdx: readJsx,
  jsx: readJsx,
  vue: readVue,
  svelte: readSvelte,
};

/** What a module exports. What it imports is whatever it is called with. */
export function runModule(
  code: string,
  globals: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const { outputText, diagnostics } = ts.transpileModule(code, {
    fileName: 'x.jsx',
    reportDiagnostics: true,
    compilerOptions: {
      allowJs: true,
      jsx: ts.JsxEmit.React,
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
    },
  });
  if (diagnostics?.length) throw new Error(ts.formatDiagnostics(diagnostics, host));
  const exported = {};
  const asGiven = {
    default: (given: unknown) => given,
    defineConfig: (given: unknown) => given,
    __esModule: true,
  };
  const names = ['exports', 'require', ...Object.keys(globals)];
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is our own code, and running it is the test
  const run = new Function(...names, outputText) as (...values: unknown[]) => void;
  run(exported, () => asGiven, ...Object.values(globals));
  return exported;
}

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => '',
  getNewLine: () => '\n',
};
