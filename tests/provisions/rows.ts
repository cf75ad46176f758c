import { AGENDA } from './agenda.ts';
import { ATTENDANCE } from './attendance.ts';
import { CHAINS } from './chains.ts';
import { CONDUCT } from './conduct.ts';
import { DOCUMENTS } from './documents.ts';
import { MEETINGS } from './meetings.ts';
import { MINUTES } from './minutes.ts';
import { OVERSIGHT } from './oversight.ts';
import { PRECONDITIONS } from './preconditions.ts';
import { SIGNING } from './signing.ts';
import { SUBMISSION } from './submission.ts';
import type { Row } from './table.ts';

export const ROWS: readonly Row[] = [
  ...MEETINGS,
  ...ATTENDANCE,
  ...AGENDA,
  ...MINUTES,
  ...SUBMISSION,
  ...SIGNING,
  ...DOCUMENTS,
  ...PRECONDITIONS,
  ...CHAINS,
  ...CONDUCT,
  ...OVERSIGHT,
];
