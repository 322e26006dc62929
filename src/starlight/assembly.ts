import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';

/** `import { code } from 'assembly:some-file'` gives `src/assembly/some-file.ts`, compiled to WebAssembly, as base64. */
export function assembly(): Plugin {
  return {
    name: 'number-care:assembly',
    resolveId: (source) => (source.startsWith(PREFIX) ? `\0${source}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const code = await compileAssembly(id.slice(PREFIX.length + 1));
      return `export const code = '${Buffer.from(code).toString('base64')}';`;
    },
  };
}

const PREFIX = 'assembly:';
const SOURCES = fileURLToPath(new URL('../assembly/', import.meta.url));
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='];
/** 64 kB each: as much as `layout.ts` needs; the code never asks for more. */
const PAGES = '70';
const MEMORY = ['--initialMemory', PAGES, '--maximumMemory', PAGES];

const compiled = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** Compiles a file of `src/assembly/` to a WebAssembly module, once. */
export function compileAssembly(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const known = compiled.get(name) ?? compile(`${name}.ts`);
  compiled.set(name, known);
  return known;
}

async function compile(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const written: Uint8Array<ArrayBuffer>[] = [];
  const { error, stderr } = await asc.main([file, '--baseDir', SOURCES, '--outFile', 'code', ...OPTIONS, ...MEMORY], {
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') written.push(new Uint8Array(contents));
    },
  });
  const [code] = written;
  if (error || !code) throw new Error(`src/assembly/${file} does not compile:\n${stderr.toString()}`);
  return code;
}
