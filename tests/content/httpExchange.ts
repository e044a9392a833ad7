/*
 * A small reader of .http files: exchanges that begin with `### title`, a request (method, absolute URL, header
 * lines, body) and the response to it (HTTP/1.1 status line, header lines, body). Bodies are JSON.
 */
interface Message {
  headers: Headers;
  body?: unknown;
}

export interface Exchange {
  title: string;
  request: Message & { method: string; url: URL };
  response: Message & { status: number; reason: string };
}

/** The first line of a message, and what follows it. Throws on a header line that is none. */
function message(text: string): [string, Message] {
  const [head, ...rest] = text.trim().split('\n\n');
  const [first, ...lines] = head!.split('\n');
  const headers = new Headers();
  for (const line of lines) {
    const [, name, value] = /^([\w-]+): (\S.*)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`not a header: "${line}"`);
    headers.append(name, value!);
  }
  const body = rest.join('\n\n');
  return [first!, body === '' ? { headers } : { headers, body: JSON.parse(body) as unknown }];
}

function exchange(text: string): Exchange {
  const [title, ...lines] = text.split('\n');
  const parts = lines.join('\n').split(/^(?=HTTP\/)/m);
  if (parts.length !== 2) throw new Error(`"${title}": one request and one response are expected`);
  const [asked, request] = message(parts[0]!);
  const [, method, url] = /^([A-Z]+) (https:\S+)$/.exec(asked) ?? [];
  if (method === undefined) throw new Error(`not a request: "${asked}"`);
  const [answered, response] = message(parts[1]!);
  const [, status, reason] = /^HTTP\/1\.1 (\d{3}) (.+)$/.exec(answered) ?? [];
  if (status === undefined) throw new Error(`not a status line: "${answered}"`);
  return {
    title: title!,
    request: { ...request, method, url: new URL(url!) },
    response: { ...response, status: Number(status), reason: reason! },
  };
}

/** All exchanges of a file. Throws on what is neither. */
export function exchanges(file: string): Exchange[] {
  const [before, ...sections] = file.split(/^### /m);
  if (before !== '') throw new Error(`before the first ###: "${before!}"`);
  return sections.map(exchange);
}
