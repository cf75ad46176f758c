/** The chat API (contract §5), what the chat page asks for again, and live events. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { loopbackOnly } from './guard.ts';
import { readStep } from './input.ts';
import { identity, peopleList, threadItems, tips } from './pages/chat.ts';
import type { ChatPort, ConsolePort, RecordsPort } from './port.ts';
import { chatView } from './view.ts';
import { STATUS_WORDS } from './words.ts';

const MAX_BODY = 64 * 1024;
/** Proxies and browsers drop a connection on which nothing comes for long. */
const PING_MS = 20_000;

const NO_CHAT = '对话未开启。';
const NO_DISTRICT = '没有这个区。';

interface Open {
  chat: ChatPort;
  records: RecordsPort;
}

export function chatApi(port: ConsolePort): Hono {
  const app = new Hono();
  const open = (): Open | undefined =>
    port.chat && port.records ? { chat: port.chat, records: port.records } : undefined;
  const exists: MiddlewareHandler = async function chatExists(c, next) {
    if (!open()) return c.json({ error: NO_CHAT }, 404);
    await next();
  };
  const knows = (district: string): boolean => port.districts().some((d) => d.id === district);
  for (const path of ['/api/chat/*', '/view/*', '/events/*']) app.use(path, exists, loopbackOnly);

  app.post(
    '/api/chat/:district',
    bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.json({ error: '请求过大，不得超过64 KiB。' }, 413) }),
    async (c) => {
      const { chat, records } = open() ?? {};
      const district = c.req.param('district');
      if (!chat || !records || !knows(district)) return c.json({ error: NO_DISTRICT }, 404);
      if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
        return c.json({ error: '请求头 Content-Type 应为 application/json。' }, 415);
      const body = await jsonOf(c);
      if (body === undefined) return c.json({ error: '请求正文不是有效的 JSON。' }, 400);
      const roster = records.roster(district);
      const read = readStep(body, (id) => roster.person(id) !== undefined);
      if ('faults' in read) {
        const error = read.faults.map((f) => `${f.where}：${f.what}（应为：${f.allowed}）`).join('；');
        return c.json({ error: `请求有误：${error}。`, faults: read.faults }, 400);
      }
      return c.json(await chat.step(district, read.step));
    },
  );

  app.get('/api/chat/:district/:person', (c) => {
    const { chat, records } = open() ?? {};
    const { district, person } = c.req.param();
    if (!chat || !records || !knows(district)) return c.json({ error: NO_DISTRICT }, 404);
    if (!records.roster(district).person(person)) return c.json({ error: '通讯录中没有此人。' }, 404);
    return c.json(chat.thread(district, person).flatMap((entry) => ('heard' in entry ? [entry.heard] : [])));
  });

  app.get('/view/:district/:person', async (c) => {
    const view = chatView(port, c.req.param('district'), c.req.param('person'), c.req.query('in'));
    if (!view) return c.json({ error: '没有这个区，或者通讯录中没有此人。' }, 404);
    const [who, people, thread, chips] = await Promise.all([
      identity(view),
      peopleList(view),
      threadItems(view),
      tips(view),
    ]);
    return c.json({ identity: `${who}`, people: `${people}`, thread: `${thread}`, tips: `${chips}` });
  });

  app.get('/events/:district', (c) => {
    const { chat } = open() ?? {};
    const district = c.req.param('district');
    if (!chat || !knows(district)) return c.json({ error: NO_DISTRICT }, 404);
    return streamSSE(c, async (stream) => {
      const stop = chat.subscribe(district, ({ to, status }) => {
        void stream.writeSSE({ event: 'delivery', data: JSON.stringify({ to, status: STATUS_WORDS[status].label }) });
      });
      const gone = new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        port.closing?.addEventListener('abort', () => resolve());
      });
      const ping = setInterval(() => void stream.writeSSE({ event: 'ping', data: '' }), PING_MS);
      await stream.writeSSE({ event: 'ready', data: '', retry: 1000 });
      await gone;
      clearInterval(ping);
      stop();
    });
  });
  return app;
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}
