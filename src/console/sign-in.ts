/** 登录: people of the office come in with a one-time code from the chat; a signed cookie holds who they are. */
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { z } from 'zod';
import { loopbackOnly } from './guard.ts';
import { plainPage } from './layout.ts';
import { signInPage } from './pages/sign-in.ts';
import type { ConsolePort, DistrictSummary, SignInPort } from './port.ts';

/** A working day; then one signs in anew. */
const SESSION_MS = 8 * 3_600_000;

export interface Session {
  district: string;
  person: string;
}

const sessionSchema = z.strictObject({ district: z.string(), person: z.string(), until: z.number() });

/**
 * Who may see records: without sign-in, whoever sits at the machine itself; with it, people of the office with a session,
 * each their own district, wherever they are.
 */
export function guardOf(port: ConsolePort): MiddlewareHandler {
  const { signIn } = port;
  if (!signIn) return loopbackOnly;
  return async function signedIn(c, next) {
    const session = await readSession(c, port, signIn);
    if (!session) return c.html(plainPage(port, '请先登录', SIGN_IN_FIRST), 401);
    const district = c.req.param('district');
    if (district !== undefined && district !== session.district)
      return c.html(plainPage(port, '没有找到', '您只能查看本区的记录。'), 404);
    if (c.req.method !== 'GET' && !isOwnForm(c, signIn)) return c.text('不接受来自其他网页的请求。', 403);
    c.set('session', session);
    c.header('cache-control', 'no-store');
    return next();
  };
}

const SIGN_IN_FIRST = '本页供区政府办公室工作人员使用。请在办公平台对助手说“登录控制台”，再用收到的登录码登录。';

/** Who is signed in; `undefined` at the machine itself where there is no sign-in. */
export const sessionOf = (c: Context): Session | undefined => c.get('session') as Session | undefined;

/** Pages of signing in and out. */
export function signInRoutes(
  app: Hono,
  port: ConsolePort,
  body: MiddlewareHandler,
  districtOf: (id: string) => DistrictSummary | undefined,
): void {
  const { signIn } = port;
  if (!signIn) return;
  app.get('/sign-in/:district', async (c) => {
    const district = districtOf(c.req.param('district'));
    if (!district) return c.html(plainPage(port, '没有找到', '没有这个区。'), 404);
    const session = await readSession(c, port, signIn);
    const name = session && port.records?.roster(session.district).nameOf(session.person);
    return c.html(signInPage(port, district, { name }));
  });
  app.post('/sign-in/:district', body, async (c) => {
    const district = districtOf(c.req.param('district'));
    if (!district || !isOwnForm(c, signIn)) return c.text('不接受来自其他网页的请求。', 403);
    const { code } = await c.req.parseBody();
    const person = typeof code === 'string' ? await signIn.redeem(district.id, code) : undefined;
    if (person === undefined || !signIn.allows(district.id, person))
      return c.html(signInPage(port, district, { failed: true }), 401);
    const session = { district: district.id, person, until: port.now() + SESSION_MS };
    await setSignedCookie(c, cookieOf(signIn), JSON.stringify(session), signIn.secret, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure: isSecure(signIn),
      maxAge: SESSION_MS / 1000,
    });
    return c.redirect(`/matters/${district.id}`, 303);
  });
  app.post('/sign-out', body, (c) => {
    if (!isOwnForm(c, signIn)) return c.text('不接受来自其他网页的请求。', 403);
    deleteCookie(c, cookieOf(signIn), { path: '/', secure: isSecure(signIn) });
    return c.redirect('/', 303);
  });
}

const isSecure = ({ address }: SignInPort): boolean => address.startsWith('https:');
/** Browsers take a `__Host-` cookie from this very host over HTTPS only. */
const cookieOf = (signIn: SignInPort): string => (isSecure(signIn) ? '__Host-session' : 'session');

/** A form of these pages; browsers name the origin of every form that is sent. */
const isOwnForm = (c: Context, { address }: SignInPort): boolean => c.req.header('origin') === new URL(address).origin;

/** Somebody who is of the office still, with a cookie that this server signed. */
async function readSession(c: Context, port: ConsolePort, signIn: SignInPort): Promise<Session | undefined> {
  const text = await getSignedCookie(c, signIn.secret, cookieOf(signIn));
  if (!text) return undefined;
  const session = sessionSchema.parse(JSON.parse(text));
  const isValid = port.now() < session.until && signIn.allows(session.district, session.person);
  return isValid ? { district: session.district, person: session.person } : undefined;
}
