import type { IncomingMessage } from 'node:http';
import { readBody, Refusal, sendJson } from '../http.ts';
import { openaiRoutes } from '../openai/errors.ts';
import type { Call, Route } from '../route.ts';
import { nextId, type Store } from '../store/store.ts';

/** A file as it is kept. Its text is beside it. */
interface StoredFile {
  filename: string;
  purpose: 'batch' | 'batch_output';
  bytes: number;
  /** ms since 1970 */
  created: number;
}

const most = 200 * 1024 * 1024;

/** Keeps a file, and gives it an id. */
export function keepFile(store: Store, file: Omit<StoredFile, 'bytes'>, text: string): string {
  const id = nextId(store, 'file', 'file-');
  store.put('file', id, { ...file, bytes: Buffer.byteLength(text) } satisfies StoredFile);
  store.put('file text', id, text);
  return id;
}

/** @throws Refusal 404 */
function fileOf(store: Store, id: string): StoredFile {
  const file = store.get<StoredFile>('file', id);
  if (!file) throw new Refusal(404, `There is no file ${id}.`);
  return file;
}

/** What an uploaded file says. @throws Refusal 400 for a file that is not there, or not for a batch */
export function uploaded(store: Store, id: string): string {
  if (store.get<StoredFile>('file', id)?.purpose !== 'batch')
    throw new Refusal(400, `input_file_id: ${id} is no file that was uploaded for a batch`);
  return store.get<string>('file text', id)!;
}

function shown(id: string, { created, ...file }: StoredFile) {
  return {
    id,
    object: 'file',
    ...file,
    created_at: Math.floor(created / 1000),
    expires_at: null,
    status: 'processed',
    status_details: null,
  };
}

/** The parts of an upload. @throws Refusal 400 that says which is missing */
async function readUpload(request: IncomingMessage): Promise<{ filename: string; text: string }> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(type))
    throw new Refusal(
      400,
      'A file is uploaded as multipart/form-data: curl -F purpose=batch -F file=@FILE',
    );
  const body = new Response(new Uint8Array(await readBody(request)), {
    headers: { 'content-type': type },
  });
  const form = await body.formData().catch(() => {
    throw new Refusal(400, 'The body is not multipart/form-data, as its header says.');
  });
  if (form.get('purpose') !== 'batch')
    throw new Refusal(400, 'purpose: this server keeps files for batches only: batch');
  const file = form.get('file');
  if (!(file instanceof File)) throw new Refusal(400, 'file: Field required (a file)');
  if (file.size > most) throw new Refusal(413, `file: larger than ${String(most)} bytes`);
  return { filename: file.name, text: await file.text() };
}

const route = openaiRoutes('/v1/files');

/** OpenAI's files, as far as batches need them. https://developers.openai.com/api/reference/resources/files */
export const filesRoutes: readonly Route[] = [
  route('POST', '', async ({ request, response, wire, start }: Call) => {
    const { filename, text } = await readUpload(request);
    const { store } = wire;
    const id = store.whole(() =>
      keepFile(store, { filename, purpose: 'batch', created: start }, text),
    );
    sendJson(response, 200, shown(id, fileOf(store, id)));
  }),
  route('GET', '/:id', ({ response, params, wire }) => {
    const id = params['id']!;
    sendJson(response, 200, shown(id, fileOf(wire.store, id)));
  }),
  route('GET', '/:id/content', ({ response, params, wire }) => {
    const id = params['id']!;
    const { bytes } = fileOf(wire.store, id);
    response
      .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes })
      .end(wire.store.get<string>('file text', id));
  }),
];
