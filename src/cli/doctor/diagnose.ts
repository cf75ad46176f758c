/** 体检: every check in its order; one that fails keeps none of the others from being made. */
import { type Config, ConfigError, loadConfig } from '../../config.ts';
import { CHANNEL_IDS, CHANNELS } from '../../core/roster.ts';
import { openLibrary } from '../files.ts';
import { checkCallbacks } from './callback.ts';
import { checkDatabases, type KeptHead } from './database.ts';
import { bad, type Finding, good } from './finding.ts';
import { checkPlatforms } from './platform.ts';
import { checkCalendar, checkRosters } from './rosters.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Yields findings as they are made. It changes nothing but what opening a database changes, and sends nobody anything.
 * `kept` are heads of audits that were noted elsewhere before.
 */
export async function* diagnose(
  env: Environment,
  now: () => number,
  kept: readonly KeptHead[] = [],
): AsyncGenerator<Finding> {
  const districts = openLibrary(env).districts();
  const { config, findings } = readSettings(env, districts);
  yield* findings;
  const dataDir = config?.dataDir ?? (env.DATA_DIR || './data');
  yield* checkDatabases(dataDir, districts, now(), kept);
  yield checkCalendar(dataDir, now());
  if (!config) return;
  yield* checkRosters(config, districts);
  yield* await checkPlatforms(config, now);
  yield* await checkCallbacks(config, now);
}

function readSettings(env: Environment, districts: readonly string[]): { config?: Config; findings: Finding[] } {
  try {
    const config = loadConfig(env, () => districts);
    const apps = CHANNEL_IDS.flatMap((name) => {
      const ids = [...config[name].districts.keys()];
      return ids.length > 0 ? [`${CHANNELS[name]}（${ids.join('、')}）`] : [];
    });
    const used = apps.length > 0 ? `已接入${apps.join('、')}` : '未接入办公平台，可在浏览器试用';
    return { config, findings: [good('设置', used)] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const findings = error.faults.map(({ name, expected }) =>
      bad('设置', `${name} 有误`, `${expected}；在 .env 或服务的环境变量中改正，其余检查待设置改正后进行`),
    );
    return { findings };
  }
}
