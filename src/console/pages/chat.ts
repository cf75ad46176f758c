/** 对话: the chat simulator's page and the two parts of it that the client asks for again when something arrives. */
import { html } from 'hono/html';
import { dayOf } from '../../core/day.ts';
import type { Person, Roster } from '../../core/roster.ts';
import { entryItem, preview, type Scene } from '../bubble.ts';
import { type Example, examplesFor } from '../examples.ts';
import { type Html, page } from '../layout.ts';
import { avatar, describe, duties, peopleGroups } from '../people.ts';
import type { Box, ChatEntry, ChatPort, ConsolePort, DistrictSummary, RecordsPort } from '../port.ts';

export const WORK_GROUP = 'group:工作群';

/** Everything a chat page is made from. */
export interface ChatView {
  port: ConsolePort;
  chat: ChatPort;
  records: RecordsPort;
  district: DistrictSummary;
  person: Person;
  /** `null` for the private chat. */
  group: string | null;
}

/** Whom a newcomer acts as first: a head of a department, whose leave every district's rules name. */
export function firstPerson(roster: Roster): Person | undefined {
  return roster.at('department-head')[2] ?? roster.at('department-head')[0] ?? roster.people[0];
}

export function chatPage(view: ChatView): Html {
  const { port, district, person, group } = view;
  return page(
    { port, title: `${district.name}对话`, section: 'chat', district, script: 'chat.js', full: true },
    html`<div class="chat" data-district="${district.id}" data-person="${person.id}" data-group="${group ?? ''}">
      <aside class="people" id="people" aria-label="选择身份">
        <div class="people-head">
          <h2>选择身份</h2>
          <button type="button" class="icon close" data-drawer="close" aria-label="关闭人员列表">✕</button>
          <input type="search" id="find-person" placeholder="按姓名、职务、单位查找" aria-label="查找人员" autocomplete="off" />
        </div>
        <div class="people-list" id="people-list">${peopleList(view)}</div>
      </aside>
      <div class="shade" data-drawer="close"></div>
      <section class="pane" aria-label="对话">
        <div id="identity">${identity(view)}</div>
        <ol class="thread" id="thread" aria-live="polite" aria-label="消息" tabindex="0">${threadItems(view)}</ol>
        <div class="reach" id="reach" role="status" hidden></div>
        <div id="tips">${tips(view)}</div>
        ${composer(view)}
      </section>
      <div class="toast" id="toast" role="status" aria-live="polite" hidden></div>
    </div>`,
  );
}

/** Who one acts as, and where: privately or in the group. */
export function identity({ person, district, group, records }: ChatView): Html {
  const link = (to: string | null): string =>
    `/?${new URLSearchParams({ district: district.id, as: person.id, ...(to && { in: to }) })}`;
  const tab = (to: string | null, label: string): Html =>
    html`<a class="tab" href="${link(to)}" data-room="${to ?? ''}" ${group === to ? html`aria-current="true"` : ''}>${label}${to && html`<span class="count" hidden></span>`}</a>`;
  return html`<div class="identity">
    <button type="button" class="icon drawer" data-drawer="open" aria-controls="people" aria-expanded="false" aria-label="切换身份">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M4 7h16M4 12h16M4 17h10" class="stroke" /></svg>
      <span class="count" id="unread-total" hidden></span>
    </button>
    ${avatar(person)}
    <div class="who">
      <small>您现在的身份</small>
      <strong>${person.name}</strong>
      <span>${describe(person)}<i>${duties(person, records.roster(district.id))}</i></span>
    </div>
    <div class="tabs" role="group" aria-label="会话">${tab(null, '私聊')}${tab(WORK_GROUP, '工作群')}</div>
  </div>`;
}

/** People grouped by 职务, each with the number of messages so far; the client subtracts what was seen. */
export function peopleList({ chat, records, district, person }: ChatView): Html {
  const roster = records.roster(district.id);
  const boxes = new Map(chat.boxes(district.id).map((box) => [box.to, box]));
  return html`${peopleGroups(roster).map(
    (group) => html`<section>
      <h3>${group.title}</h3>
      <ul>
        ${group.people.map((p) => personRow(p, boxes.get(p.id), p.id === person.id, district.id))}
      </ul>
    </section>`,
  )}<span hidden data-box="${WORK_GROUP}" data-count="${boxes.get(WORK_GROUP)?.count ?? 0}"></span>`;
}

function personRow(person: Person, box: Box | undefined, active: boolean, district: string): Html {
  const last = box && preview(box.last);
  return html`<li>
    <a href="/?${new URLSearchParams({ district, as: person.id })}" class="person" data-person="${person.id}" data-box="${person.id}" data-count="${box?.count ?? 0}"
      data-name="${person.name} ${describe(person)}" data-find="${person.name} ${describe(person)} ${(person.oversees ?? []).join(' ')}" ${active ? html`aria-current="true"` : ''}>
      ${avatar(person)}
      <span class="person-text">
        <span class="person-name">${person.name}<small>${describe(person)}</small></span>
        <span class="person-last">${last ? html`${last.status}<span>${last.text}</span>` : '暂无消息'}</span>
      </span>
      <span class="count" hidden></span>
    </a>
  </li>`;
}

/** The entries of the open room; before the first one, a word of welcome. */
export function threadItems(view: ChatView): Html {
  const { port, chat, records, district, person, group } = view;
  const roster = records.roster(district.id);
  const scene: Scene = {
    district,
    rules: port.rules(district.id),
    otherRules(id) {
      const other = port.districts().find((d) => d.id === id);
      return other && { district: other, rules: port.rules(id) };
    },
    nameOf: (id) => roster.nameOf(id),
    now: port.now(),
    person: person.id,
  };
  const entries = chat.thread(district.id, person.id).filter((entry) => roomOf(entry) === group);
  if (entries.length === 0) return welcome(view);
  return html`${entries.map((entry, index) => entryItem(entry, index, scene))}`;
}

/** `group:工作群`, or `null` for what is private. */
const roomOf = (entry: ChatEntry): string | null =>
  'said' in entry ? entry.said.in : entry.heard.to.startsWith('group:') ? entry.heard.to : null;

function welcome(view: ChatView): Html {
  const { person, district, group } = view;
  return html`<li class="welcome" data-key="welcome">
    <h2>${group ? '在工作群里@助手' : `${person.name}，您好`}</h2>
    <p>我熟悉《${district.title}》，按条文办理请假外出、会议、议题、公文等事项，也回答规则里的问题。点一句试试：</p>
    <ul>
      ${examplesOf(view).map(
        (e) =>
          html`<li><button type="button" data-example="${e.say}"><b>${e.title}</b><span>${e.say}</span></button></li>`,
      )}
    </ul>
    <p class="fine">人员为示例，均属虚构。消息送到谁，左侧谁的名字旁就有提示；点开即可换成该人身份继续办理。</p>
  </li>`;
}

function composer({ group }: ChatView): Html {
  return html`<form class="composer" id="composer" autocomplete="off">
    <div class="attach-row" id="attach-row" hidden>
      <label for="attach-name">附件名称</label>
      <input id="attach-name" type="text" maxlength="200" placeholder="会议通知、方案及日程安排.pdf" />
      <label class="button file-pick">选取文件<input id="attach-pick" type="file" class="visually-hidden" /></label>
      <button type="button" class="icon" data-attach="clear" aria-label="不带附件">✕</button>
      <small>只发送文件名，不上传内容</small>
    </div>
    <div class="compose-row">
      <button type="button" class="icon" data-attach="open" aria-expanded="false" aria-controls="attach-row" aria-label="添加附件">
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path class="stroke" d="M20 11.5 12.2 19a5 5 0 0 1-7-7.100l8-7.700a3.300 3.300 0 0 1 4.700 4.700l-7.900 7.600a1.600 1.600 0 0 1-2.300-2.300l7-6.700" /></svg>
      </button>
      <textarea id="say" rows="1" maxlength="5000" aria-label="消息" placeholder="${group ? '在工作群里@助手' : '说一句话办事或提问'}"></textarea>
      <button type="submit" class="primary send">发送</button>
    </div>
  </form>`;
}

/** The examples once more, by their titles, when the welcome has scrolled away. */
export function tips(view: ChatView): Html {
  return html`<div class="tips" role="group" aria-label="试一试">
    ${examplesOf(view).map((e) => html`<button type="button" data-example="${e.say}" title="${e.say}">${e.title}</button>`)}
  </div>`;
}

const examplesOf = ({ person, records, district, port }: ChatView): Example[] =>
  examplesFor(person, records.roster(district.id), dayOf(port.now()));
