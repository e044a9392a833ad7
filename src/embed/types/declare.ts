// Pieces of a TypeScript declaration, as text.

/** A member with its doc comment. */
export const member = (code: string, about: string): string => `/** ${about} */\n  ${code}`;

export const interfaceOf = (head: string, members: readonly string[], about: string): string =>
  `/** ${about} */\nexport interface ${head} {\n  ${members.join('\n  ')}\n}\n`;
