/** 登录控制台: a one-time code for the console's pages, for people of the office. */
import { type Decision, reply } from '../src/core/decision.ts';
import { matcher } from '../src/language/matcher.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { isOffice } from './office.ts';

const SIGN_IN = matcher(
  /(?:登[录陆]|打开|进入)(?:一下)?(?:控制台|管理网页|管理后台|后台)|^(?:我要)?登[录陆][。！!]?$|登录码/,
);

export const signIn: Command = {
  about: 'help',
  name: '登录控制台',
  examples: ['登录控制台'],

  weigh(said: Said): Weight | null {
    const found = said.marked.text.length <= 20 ? SIGN_IN.exec(said.marked.text) : null;
    return found ? { score: 9, evidence: [found[0]] } : null;
  },

  read: () => ({}),

  decide(_: Said, context: Context): Decision {
    if (!isOffice(context)) return reply('help', 'not-allowed', '控制台由区政府办公室使用。');
    return { ...reply('help', 'recorded', ''), effects: [{ do: 'sign-in' }] };
  },
};
