import { queryOf, views } from '../../src/embed/views.ts';

/** What there is for articles to refer to. */
export interface Stock {
  sources: readonly string[];
  terms: readonly string[];
  snippets: readonly string[];
}

const sections = 8;
const words =
  'A token leaves the model when it is made, and a reader sees it when the page has drawn it. In between it waits: in a buffer, on a wire, in a queue of tasks. Each wait has an owner, and most of them can be made shorter by whoever knows that they are there.';

/** One of `all` for each number, round and round. */
const pick = <T>(all: readonly T[], i: number): T => all[i % all.length]!;

/**
 * An article as long as those that people write: about 1,500 words with a figure, sources, terms, numbers from the
 * simulator, a table and code. Each `i` uses others of them.
 */
export function syntheticArticle(i: number, { sources, terms, snippets }: Stock): string {
  const { figure, preset } = pick(views, i);
  const section = (s: number) => {
    const n = i * sections + s;
    return `## Part ${s + 1} of ${i + 1}

${words}<Cite id="${pick(sources, n)}" /> It is called <Term id="${pick(terms, n)}">by this name</Term>, and shows after <Result with="ttft=${100 + (n % 90) * 10}" of="firstPaint" />.

${words} ${words}

- ${words}
- As another source has it.<Cite id="${pick(sources, n + 7)}" />
`;
  };
  return `---
title: 'Synthetic article ${i + 1}: how one more thing reaches the reader'
description: Number ${i + 1} of as many as the benchmark asks for, with all that an article may have.
eyebrow: Benchmark
published: 2026-11-22
checked: 2026-11-22
order: ${i + 2}
---

${words}

<Figure of="${figure.id}" id="figure" with="${queryOf(preset)}" />

${Array.from({ length: sections }, (_, s) => section(s)).join('\n')}
<DataTable caption="Invented.">

| Way | First | Last |
| --- | ---: | ---: |
| one | ${i} ms | ${i + 1} ms |
| other | ${2 * i} ms | ${3 * i} ms |

</DataTable>

<Snippet name="${pick(snippets, i)}" />
`;
}
