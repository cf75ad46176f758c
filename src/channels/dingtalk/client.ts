/** The few calls of DingTalk's API that the bot makes. Every one throws `CallFailure`; none repeats a message by itself. */

import type { Instant } from '../../core/day.ts';
import type { Address } from '../channel.ts';
import { type CallRequest, fileForm } from '../exchange.ts';
import { PlatformFailure } from '../failures.ts';
import { fields, listOf, textOf } from '../json.ts';
import { SharedToken } from '../token.ts';
import type { CardValues } from './cards.ts';
import { CARD_NOT_DELIVERED, FLOW_CONTROLLED, isTokenRefused, NO_SUCH_STAFF } from './errors.ts';
import { type Addresses, callDingtalk, TIMEOUTS, type Timeouts } from './http.ts';

export interface DingtalkApp {
  appKey: string;
  appSecret: string;
  robotCode: string;
  cardTemplateId?: string;
}

/** A person's staff id (userid), or a group's conversation id. */
export type Receiver = { kind: Address['kind']; id: string };

export interface DingtalkApi {
  /** Says something in the conversation that the session webhook belongs to. */
  reply(webhook: string, text: string, deadline: AbortSignal): Promise<void>;
  /** The robot says something of its own accord. */
  send(to: Receiver, text: string, deadline: AbortSignal): Promise<void>;
  /** Uploads a file of at most 20 MB; answers its media id. */
  upload(name: string, bytes: Uint8Array, deadline: AbortSignal): Promise<string>;
  sendFile(to: Receiver, mediaId: string, name: string, deadline: AbortSignal): Promise<void>;
  /** Creates and delivers a card; the same `trackId` again changes nothing. */
  deliverCard(to: Receiver, trackId: string, values: CardValues, deadline: AbortSignal): Promise<void>;
  updateCard(trackId: string, values: CardValues, deadline: AbortSignal): Promise<void>;
}

export function createDingtalkApi(
  app: DingtalkApp,
  addresses: Pick<Addresses, 'api' | 'legacy'>,
  now: () => Instant,
  timeouts: Timeouts = TIMEOUTS,
): DingtalkApi {
  const tokens = new SharedToken(now, fetchToken);
  const apiUrl = addresses.api;

  async function fetchToken(): Promise<{ token: string; lifeMs: number }> {
    const body = { appKey: app.appKey, appSecret: app.appSecret };
    const signal = AbortSignal.timeout(timeouts.tokenMs);
    const answer = await callDingtalk(`${apiUrl}/v1.0/oauth2/accessToken`, { method: 'POST', body }, signal, now);
    const token = textOf(answer, 'accessToken');
    if (token === undefined) throw new PlatformFailure({ reason: 'no token' });
    return { token, lifeMs: Number(fields(answer).expireIn ?? 0) * 1000 };
  }

  const call = (url: string, request: CallRequest, deadline: AbortSignal): Promise<unknown> =>
    callDingtalk(url, request, AbortSignal.any([deadline, AbortSignal.timeout(timeouts.callMs)]), now);

  const withToken = (attempt: (token: string) => Promise<unknown>): Promise<unknown> =>
    tokens.use(attempt, isTokenRefused);

  const callWithToken = (path: string, request: CallRequest, deadline: AbortSignal): Promise<unknown> =>
    withToken((token) =>
      call(`${apiUrl}${path}`, { ...request, headers: { 'x-acs-dingtalk-access-token': token } }, deadline),
    );

  /** The robot says something of its own accord, in one of its kinds of message. */
  async function say(to: Receiver, msgKey: string, param: unknown, deadline: AbortSignal): Promise<void> {
    const content = { robotCode: app.robotCode, msgKey, msgParam: JSON.stringify(param) };
    if (to.kind === 'group') {
      const body = { ...content, openConversationId: to.id };
      await callWithToken('/v1.0/robot/groupMessages/send', { method: 'POST', body }, deadline);
      return;
    }
    const body = { ...content, userIds: [to.id] };
    refuseUnsent(await callWithToken('/v1.0/robot/oToMessages/batchSend', { method: 'POST', body }, deadline));
  }

  return {
    async reply(webhook, text, deadline) {
      await call(webhook, { method: 'POST', body: { msgtype: 'text', text: { content: text } } }, deadline);
    },
    send: (to, text, deadline) => say(to, 'sampleText', { content: text }, deadline),
    async upload(name, bytes, deadline) {
      const answer = await withToken((token) => {
        const query = new URLSearchParams({ access_token: token, type: 'file' });
        const form = fileForm('media', name, bytes);
        return call(`${addresses.legacy}/media/upload?${query}`, { method: 'POST', form }, deadline);
      });
      const id = textOf(answer, 'media_id');
      if (id === undefined) throw new PlatformFailure({ reason: 'no media id' });
      return id;
    },
    sendFile: (to, mediaId, fileName, deadline) =>
      say(to, 'sampleFile', { mediaId, fileName, fileType: /\.(\w+)$/.exec(fileName)?.[1] ?? 'file' }, deadline),
    async deliverCard(to, trackId, values, deadline) {
      const body = {
        cardTemplateId: app.cardTemplateId,
        outTrackId: trackId,
        callbackType: 'HTTP',
        callbackRouteKey: app.appKey,
        userIdType: 1,
        cardData: { cardParamMap: values },
        ...spaceOf(to, values.title ?? '', app.robotCode),
      };
      const answer = await callWithToken('/v1.0/card/instances/createAndDeliver', { method: 'POST', body }, deadline);
      const delivered = listOf(fields(answer).result, 'deliverResults');
      if (fields(answer).success === false || delivered.some((space) => fields(space).success === false))
        throw new PlatformFailure({ status: 200, code: CARD_NOT_DELIVERED, reason: 'card not delivered' });
    },
    async updateCard(trackId, values, deadline) {
      const body = {
        outTrackId: trackId,
        cardData: { cardParamMap: values },
        cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      };
      await callWithToken('/v1.0/card/instances', { method: 'PUT', body }, deadline);
    },
  };
}

/** 200 is no delivery: the answer lists those whom the message did not reach. */
function refuseUnsent(answer: unknown): void {
  const refuse = (code: string): never => {
    throw new PlatformFailure({ status: 200, code, reason: code });
  };
  if (listOf(answer, 'invalidStaffIdList').length > 0) refuse(NO_SUCH_STAFF);
  if (listOf(answer, 'flowControlledStaffIdList').length > 0) refuse(FLOW_CONTROLLED);
}

/** 场域: the chat of the robot with a person, or a group. The title is what chat lists show. */
function spaceOf(to: Receiver, title: string, robotCode: string): Record<string, unknown> {
  const shown = { supportForward: false, lastMessageI18n: { ZH_CN: title } };
  return to.kind === 'group'
    ? {
        openSpaceId: `dtv1.card//IM_GROUP.${to.id}`,
        imGroupOpenSpaceModel: shown,
        imGroupOpenDeliverModel: { robotCode },
      }
    : {
        openSpaceId: `dtv1.card//IM_ROBOT.${to.id}`,
        imRobotOpenSpaceModel: shown,
        imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
      };
}
