/** What a file's ending says about its language, by the names that Shiki has for them. */
const languages = {
  ts: 'ts',
  sh: 'bash',
  py: 'python',
  go: 'go',
  conf: 'nginx',
  jsonl: 'jsonl',
  http: 'http',
  html: 'html',
  css: 'css',
  js: 'js',
} as const;

/** The language of a code block. Throws on an ending that has none. */
export function snippetLanguage(name: string) {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  if (Object.hasOwn(languages, ending)) return languages[ending as keyof typeof languages];
  const known = Object.keys(languages).map((known) => `.${known}`);
  throw new Error(
    `<Snippet name="${name}">: .${ending} is no ending we know a language for. ` +
      `There are ${known.join(', ')}; others go into snippetLanguage.ts.`,
  );
}
