/** Text from network chunks, which may end in the middle of a character. */
export async function* decode(chunks: AsyncIterable<Uint8Array>) {
  const decoder = new TextDecoder(); // one for the whole stream
  for await (const chunk of chunks)
    yield decoder.decode(chunk, { stream: true }); // keeps an unfinished tail
  yield decoder.decode(); // the end: a tail that stays unfinished becomes "�"
}

/** What not to do: 食 is three bytes; cut after two, it becomes "��". */
export async function* decodeEach(chunks: AsyncIterable<Uint8Array>) {
  for await (const chunk of chunks) yield new TextDecoder().decode(chunk);
}
