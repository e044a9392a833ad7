/** A part of the code that waits: there from the start where somebody brings it, else fetched when it is first asked for. */
export class Part<T extends object> {
  /** What it is, once it is there. */
  content: T | undefined = $state.raw();
  /** One request, however often it is asked for before it has come. */
  private coming: Promise<T> | undefined;
  private readonly load: () => Promise<T>;

  /** @param given the part itself, from whoever has it already */
  constructor(load: () => Promise<T>, given?: object) {
    this.load = load;
    this.content = given as T | undefined;
  }

  /** @throws Error if it cannot be fetched. The next call tries again. */
  async fetch(): Promise<T> {
    if (this.content) return this.content;
    try {
      return (this.content = await (this.coming ??= this.load()));
    } catch (cause) {
      this.coming = undefined;
      throw new Error('a part of this page could not be fetched.', { cause });
    }
  }
}
