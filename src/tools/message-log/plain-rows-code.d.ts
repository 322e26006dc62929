/** A file of `src/assembly/`, compiled to WebAssembly, as base64. */
declare module 'assembly:*' {
  export const code: string;
}
