/**
 * `node --import ./src/hosts/quick-start.mjs …`: what makes a start quick. Nothing depends on it.
 *
 * drizzle-orm's package.json has 180 KB, and Node parses it once for each of the package's 150 files, to learn that they are
 * modules: 0.7 s and 150 MB. Told so here, it needn't. Stripped and compiled sources are kept for the next start.
 */
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const PACKAGE = '/node_modules/drizzle-orm/';

registerHooks({
  resolve(specifier, context, next) {
    const own = specifier.startsWith('.') && context.parentURL?.includes(PACKAGE);
    if (!own) return next(specifier, context);
    return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
  },
});
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));
