/** Stands in the Worker's bundle for Feishu's SDK, which nothing there loads (see wrangler.toml). */
export {};
