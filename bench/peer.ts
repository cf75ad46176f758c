/**
 * The hand-written peer: Express and the official SDK's dispatcher, which verifies, decrypts and parses; the event is
 * stored in one durable commit, and nothing else is done with it.
 */
import { join } from 'node:path';
import { adaptExpress, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import Database from 'better-sqlite3';
import express from 'express';
import { FEISHU_KEYS } from '../tests/support/feishu-events.ts';

const db = new Database(join(process.env.DATA_DIR ?? '.', 'peer.sqlite'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('create table if not exists events (id text primary key, at integer not null, body text not null)');
const insert = db.prepare('insert or ignore into events (id, at, body) values (?, ?, ?)');

const dispatcher = new EventDispatcher({
  encryptKey: FEISHU_KEYS.encryptKey,
  verificationToken: FEISHU_KEYS.verificationToken,
  loggerLevel: LoggerLevel.error,
}).register({
  'im.message.receive_v1': (data) => {
    insert.run(data.message.message_id, Number(data.message.create_time), JSON.stringify(data));
    return {};
  },
});

const app = express();
app.use(express.json());
app.use('/webhook/feishu/:district', adaptExpress(dispatcher));
const server = app.listen(Number(process.env.PORT), '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address?.port}/\n`);
});
process.on('SIGTERM', () => process.exit(0));
