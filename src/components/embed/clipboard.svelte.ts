/** The reader's clipboard, which may refuse. What lies on it counts until the text is another. */
export function clipboard() {
  let on = $state.raw<string>();
  let refused = $state(false);
  return {
    /** Whether this text was copied, and is still what it was. */
    has: (text: string) => !refused && on === text,
    get refused() {
      return refused;
    },
    /** Whether it went well. */
    async copy(text: string): Promise<boolean> {
      try {
        await navigator.clipboard.writeText(text);
        on = text;
        refused = false;
      } catch {
        refused = true;
      }
      return !refused;
    },
  };
}
