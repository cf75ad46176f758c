/** Files that wrangler brings into the bundle as text (see wrangler.toml). */
declare module '*.sql' {
  const text: string;
  export default text;
}
declare module '*.txt' {
  const text: string;
  export default text;
}
