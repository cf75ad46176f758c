/** Who may ask the console for what: response headers, and the checks before anybody is impersonated. */
import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Scripts and styles come from the console itself only; nobody may frame it. */
export const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  // With no referrer at all a browser names no origin when a form of the console's own is sent.
  referrerPolicy: 'same-origin',
  // The console is reached over plain http on the machine itself.
  strictTransportSecurity: false,
});

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

const hostOf = (c: Context): string => c.req.header('host') ?? new URL(c.req.url).host;

/**
 * Whether somebody at the machine itself asks: by its Host header, as a name that merely resolves to it doesn't (DNS
 * rebinding), and through no proxy. One on this machine may say that it is the machine; whoever is behind it is not.
 */
export const isAtMachine = (c: Context): boolean =>
  LOOPBACK.test(hostOf(c)) && FORWARDED.every((name) => c.req.header(name) === undefined);

/** Refuses requests that a page of another origin could have caused. */
export const loopbackOnly: MiddlewareHandler = async function loopbackOnly(c, next) {
  if (!isAtMachine(c)) return refuse('本页面只能在服务器本机上打开：请使用 http://127.0.0.1 或 http://localhost。');
  const origin = c.req.header('origin');
  if (origin !== undefined && !sameHost(origin, hostOf(c))) return refuse('不接受来自其他网页的请求。');
  const site = c.req.header('sec-fetch-site');
  // A link from elsewhere may open a page, but nothing may be done or fetched from another page.
  if (site && !['same-origin', 'none'].includes(site) && c.req.header('sec-fetch-mode') !== 'navigate')
    return refuse('不接受来自其他网页的请求。');
  await next();
};

function sameHost(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host.toLowerCase();
  } catch {
    return false;
  }
}

/** The answer in the API's shape; people who see it in a browser can read it, too. */
function refuse(error: string): Response {
  return Response.json({ error }, { status: 403 });
}
