/** `npm run rules`: proves, lists, compares, imports and drafts rule modules. */
import { run } from './rules/run.ts';

const { output, errors, status } = run(process.argv.slice(2), { dataDir: process.env.DATA_DIR || './data' });
if (output) process.stdout.write(`${output}\n`);
if (errors) process.stderr.write(`${errors}\n`);
process.exitCode = status;
