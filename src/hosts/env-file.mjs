/** `node --import ./src/hosts/env-file.mjs …`: settings of a `.env` file in the working folder; what the environment says already, stays. */
import { existsSync } from 'node:fs';
import process from 'node:process';

if (existsSync('.env')) process.loadEnvFile('.env');
