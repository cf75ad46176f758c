/** 控制台: the Hono app of the console's pages, its chat API and its live events. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import type { MatterState } from '../core/matter.ts';
import { ABOUT_IDS, type About } from '../core/vocabulary.ts';
import { chatApi } from './api.ts';
import { isAtMachine, pageHeaders } from './guard.ts';
import { type Html, plainPage } from './layout.ts';
import { auditPage } from './pages/audit.ts';
import { chatPage } from './pages/chat.ts';
import { matterPage, mattersPage } from './pages/matters.ts';
import { questionsPage } from './pages/questions.ts';
import { registerPage } from './pages/register.ts';
import { codePage, rosterPage } from './pages/roster.ts';
import { overviewPage, rulesPage } from './pages/rules.ts';
import { uncertainPage } from './pages/uncertain.ts';
import type { ConsolePort, DistrictSummary, RecordsPort } from './port.ts';
import { guardOf, sessionOf, signInRoutes } from './sign-in.ts';
import { chatView } from './view.ts';
import { MATTER_WORDS } from './words.ts';

const ASSET_TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * The console over the bots that `port` stands for. Pages with names and matters answer only to a Host header
 * that names the machine itself; the chat exists only where `port.chat` does.
 */
export function createConsole(port: ConsolePort): Hono {
  const app = new Hono();
  const guard = guardOf(port);
  const missing = (c: Context, what: string) => c.html(plainPage(port, '没有找到', what), 404);

  app.use('*', pageHeaders);
  app.onError((error, c) => {
    port.onError?.(error, `${c.req.method} ${c.req.routePath}`);
    if (c.req.path.startsWith('/api/')) return c.json({ error: '系统出错，请稍后再试。' }, 500);
    return c.html(plainPage(port, '系统出错', '这一页暂时打不开，请稍后再试。'), 500);
  });

  app.get('/assets/:name', etag(), (c) => {
    const name = c.req.param('name');
    const type = ASSET_TYPES[name.slice(name.lastIndexOf('.') + 1)];
    const text = type && port.asset(name);
    if (!type || text === undefined) return c.text('没有这个文件', 404);
    return c.body(text, 200, { 'content-type': type, 'cache-control': 'no-cache' });
  });

  app.route('/', chatApi(port));
  signInRoutes(app, port, smallBody, (id) => districtOf(port, id));

  app.get('/', async (c) => {
    if (!port.chat || !port.records || !isAtMachine(c)) return c.html(overviewPage(port));
    const view = chatView(port, c.req.query('district'), c.req.query('as'), c.req.query('in'));
    return view ? c.html(chatPage(view)) : missing(c, '没有这个区，或者通讯录中没有此人。');
  });

  app.get('/rules/:district', (c) => {
    const district = districtOf(port, c.req.param('district'));
    return district ? c.html(rulesPage(port, district, c.req.query('q') ?? '')) : missing(c, NO_DISTRICT);
  });

  /** A page of one district's records. */
  const records = (path: string, show: (c: Context, d: DistrictSummary, r: RecordsPort) => Html | undefined) =>
    app.get(path, guard, (c) => {
      if (!port.records) return missing(c, '本页未开放。');
      const district = districtOf(port, c.req.param('district') ?? '');
      if (!district) return missing(c, NO_DISTRICT);
      const page = show(c, district, port.records);
      return page ? c.html(page) : missing(c, '没有这一项。');
    });

  records('/matters/:district', (c, district, from) =>
    mattersPage(port, from, district, { about: aboutOf(c.req.query('about')), state: stateOf(c.req.query('state')) }),
  );
  records('/matters/:district/:id', (c, district, from) => {
    const found = from.matter(district.id, c.req.param('id') ?? '');
    return found && matterPage(port, from, district, found);
  });
  app.get('/matters/:district/:id/:which{(?:file|\\d+)\\.docx}', guard, async (c) => {
    const which = c.req.param('which').replace('.docx', '');
    const district = districtOf(port, c.req.param('district'));
    const found =
      district &&
      (await port.records?.document(district.id, c.req.param('id'), which === 'file' ? which : Number(which)));
    if (!found) return missing(c, '没有这份文件。');
    return c.body(new Uint8Array(found.bytes), 200, {
      'content-type': DOCX,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
    });
  });
  records('/register/:district', (c, district, from) =>
    registerPage(port, from, district, aboutOf(c.req.query('about'))),
  );
  records('/roster/:district', (_, district, from) => rosterPage(port, from, district));
  app.post('/roster/:district/:person', guard, smallBody, async (c) => {
    const { records: from } = port;
    const district = districtOf(port, c.req.param('district'));
    const person = district && from?.roster(district.id).person(c.req.param('person'));
    if (!from || !district || !person) return missing(c, '没有这一项。');
    const { act } = await c.req.parseBody();
    const by = sessionOf(c)?.person;
    if (act === 'unbind') {
      await from.unbind(district.id, person.id, by);
      return c.redirect(`/roster/${district.id}`, 303);
    }
    if (act !== 'code') return missing(c, '没有这一项。');
    c.header('cache-control', 'no-store');
    return c.html(codePage(port, district, person, await from.issueCode(district.id, person.id, by)));
  });
  records('/audit/:district', (c, district, from) =>
    auditPage(port, from, district, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1)),
  );
  records('/questions/:district', (c, district, from) =>
    questionsPage(port, from, district, c.req.query('state') === 'handled'),
  );
  app.post('/questions/:district/:id{\\d{1,15}}', guard, smallBody, async (c) => {
    const { records: from } = port;
    const district = districtOf(port, c.req.param('district'));
    const { as } = await c.req.parseBody();
    if (!from || !district || (as !== 'handled' && as !== 'open')) return missing(c, '没有这一项。');
    await from.settleQuestion(district.id, Number(c.req.param('id')), as === 'handled', sessionOf(c)?.person);
    return c.redirect(`/questions/${district.id}${as === 'open' ? '?state=handled' : ''}`, 303);
  });
  app.get('/uncertain', guard, (c) =>
    port.records ? c.html(uncertainPage(port, port.records, sessionOf(c)?.district)) : missing(c, '本页未开放。'),
  );
  app.post('/uncertain/:district/:id{\\d{1,15}}', guard, smallBody, async (c) => {
    const { records } = port;
    const district = districtOf(port, c.req.param('district'));
    const { as } = await c.req.parseBody();
    if (!records || !district || (as !== 'sent' && as !== 'again')) return missing(c, '没有这一项。');
    await records.settleSend(district.id, Number(c.req.param('id')), as, sessionOf(c)?.person);
    return c.redirect('/uncertain', 303);
  });
  return app;
}

/** Forms of the console have a field or two. */
const smallBody = bodyLimit({ maxSize: 4 * 1024, onError: (c) => c.text('请求过大', 413) });
const NO_DISTRICT = '没有这个区。';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const districtOf = (port: ConsolePort, id: string): DistrictSummary | undefined =>
  port.districts().find((d) => d.id === id);
const aboutOf = (word: string | undefined): About | undefined => ABOUT_IDS.find((about) => about === word);
const isState = (word: string): word is MatterState => Object.hasOwn(MATTER_WORDS, word);
const stateOf = (word: string | undefined): MatterState | undefined =>
  word !== undefined && isState(word) ? word : undefined;
