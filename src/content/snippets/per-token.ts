/** What not to do: work for every piece of text, and all of it rewritten. */
export async function showPerToken(
  text: ReadableStream<string>,
  into: Element,
) {
  const reader = text.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    into.textContent += value;
  }
}
