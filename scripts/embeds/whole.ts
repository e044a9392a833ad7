import type { Plugin } from 'vite';

/** `(await import('./output.ts')).output`, as it stands in compiled code. */
const onDemand = /\(await import\((["'])(\.[^"']+)\1\)\)\.(\w+)/g;

/**
 * Has everything there from the start that the site fetches on demand: what leaves the site makes no requests. The
 * bundler would do so by itself, but with a kilobyte or two of machinery to run each part only when it is asked for.
 */
export function whole(): Plugin {
  return {
    name: 'whole',
    enforce: 'post',
    transform(code, id) {
      if (id.includes('/node_modules/') || code.search(onDemand) < 0) return null;
      const imports: string[] = [];
      const now = code.replace(onDemand, (_, _quote, path: string, name: string) => {
        const given = `part_${imports.length}`;
        imports.push(`import { ${name} as ${given} } from ${JSON.stringify(path)};\n`);
        return given;
      });
      return { code: imports.join('') + now, map: null };
    },
  };
}
