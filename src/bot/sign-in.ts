/** 登录码: people of the office, known by their platform account, open the console's pages with a one-time code. */
import { audit, type Turn } from './turn.ts';

export const SIGN_IN_MINUTES = 10;
/** Of eight digits each: too many to be guessed in the time. */
const PARTS = 4;

/** @example issueSignIn(turn, 'office') // '12345678-12345678-12345678-12345678' */
export function issueSignIn(turn: Turn, person: string): string {
  const code = Array.from({ length: PARTS }, () => turn.makeCode()).join('-');
  const expiresAt = turn.now + SIGN_IN_MINUTES * 60_000;
  turn.store.codes.put({ purpose: 'sign-in', person, hash: hashOf(turn, code), by: person, expiresAt });
  audit(turn, person, '发放登录码', null);
  return code;
}

/** Whose code it was; it is spent then. */
export function redeemSignIn(turn: Turn, code: string): string | undefined {
  const found = turn.store.codes.find('sign-in', hashOf(turn, code));
  if (!found || found.expiresAt < turn.now || !turn.roster.person(found.person)) return undefined;
  turn.store.codes.remove('sign-in', found.person);
  audit(turn, found.person, '登录控制台', null);
  return found.person;
}

const hashOf = (turn: Turn, code: string): string => turn.sha256(code.normalize('NFKC').replace(/\D/g, ''));
