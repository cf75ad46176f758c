import { describe, expect, test } from 'vitest';
import { readTitle } from '../../commands/agenda/read.ts';
import type { Said } from '../../commands/command.ts';
import { readAbsenceReason, readSubstitute } from '../../commands/meeting/absence-words.ts';
import { readHosts } from '../../commands/meeting/hosts.ts';
import { readPlace, readTopic, readWhen } from '../../commands/meeting/read.ts';
import { quorumOf } from '../../commands/meeting/rules.ts';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { exampleRoster } from '../../src/cli/files.ts';
import { instantOf } from '../../src/core/day.ts';
import { Roster } from '../../src/core/roster.ts';
import { mark } from '../../src/language/mark.ts';

const TODAY = '2026-03-03';
const roster = new Roster(exampleRoster('linzi'));
const sender = roster.at('executive-deputy-mayor')[0] ?? roster.people[0];
if (!sender) throw new Error('the example roster is empty');

const said = (text: string): Said => ({
  marked: mark(text, roster, announcedCalendar, instantOf(TODAY, '09:00'), sender),
  files: [],
});

describe('法定到会人数', () => {
  test.each([
    [1, 1, 1],
    [2, 1, 2],
    [5, 3, 3],
    [6, 3, 4],
    [7, 4, 4],
    [8, 4, 5],
  ])('应到%i人：半数以上须%i人，超过半数须%i人', (due, half, more) => {
    expect([quorumOf('half', due), quorumOf('more-than-half', due)]).toEqual([half, more]);
  });
});

describe('请假事由', () => {
  test.each([
    ['因当天要到省教育厅汇报工作，情况特殊不能参加，特请假', '当天要到省教育厅汇报工作'],
    ['由于陪同市领导调研，无法出席', '陪同市领导调研'],
    ['我因公出差至上海，不能出席', '因公出差至上海'],
    ['事由：带队赴江苏招商', '带队赴江苏招商'],
    ['我来不了，老家办丧事', '老家办丧事'],
    ['我正好在北京开会，参加不了', '在北京开会'],
    ['因故请假', undefined],
    ['因特殊情况不能参加', undefined],
    ['我请假一下，你们安排', undefined],
  ])('%s', (text, reason) => {
    expect(readAbsenceReason(said(text).marked.text)).toBe(reason);
  });
});

describe('代替参加', () => {
  test.each([
    ['我局安排副局长代替我参加', '副局长', false],
    ['让刘副局长替我去', '刘副局长', false],
    ['拟由副局长王强代为参加，请批准', '副局长王强', true],
    ['副局长代我列席，请同意', '副局长', true],
  ])('%s', (text, substitute, asksConsent) => {
    expect(readSubstitute(said(text).marked.text)).toEqual({ substitute, asksConsent });
  });
  test('没有提到', () => expect(readSubstitute('我准时参加')).toEqual({}));
});

describe('会议时间', () => {
  test.each([
    ['定于3月12日（星期四）上午9点召开', '2026-03-12', '09:00'],
    ['3月12日9:30召开', '2026-03-12', '09:30'],
    ['本周五下午两点半开会', '2026-03-06', '14:30'],
    ['3月12日下午召开', '2026-03-12', undefined],
    ['2月28日上午9点召开', '2026-02-28', '09:00'],
    ['12月30日上午9点召开', '2026-12-30', '09:00'],
  ])('%s', (text, day, time) => {
    expect(readWhen(said(text), TODAY)).toEqual({ day, ...(time && { time }) });
  });
  test('星期对不上', () => expect(readWhen(said('3月12日（星期三）上午9点'), TODAY).fault).toContain('对不上'));
});

describe('会议地点', () => {
  test.each([
    ['3月12日上午9点在区政府第一会议室召开区政府常务会议', '区政府第一会议室'],
    ['地点：区会议中心，内容：部署工作', '区会议中心'],
    ['地点二楼小会议室，研究重点工作', '二楼小会议室'],
    ['在区政府四楼常务会议室召开', '区政府四楼常务会议室'],
    ['在二楼会议室由我主持召开', '二楼会议室'],
    ['召开区政府常务会议，研究防汛', undefined],
  ])('%s', (text, place) => {
    expect(readPlace(said(text))).toBe(place);
  });
});

describe('议题', () => {
  test.each([
    ['议题是研究春季农业生产和防汛准备工作，请通知参会', '研究春季农业生产和防汛准备工作'],
    ['议题：1.听取春灌汇报；2.研究财政预算调整', '1.听取春灌汇报；2.研究财政预算调整'],
    ['召开专题会议（春灌用水调度）', '春灌用水调度'],
    ['研究春季造林，水利局汇报', '研究春季造林'],
    ['交流重点工作，通知各位副区长', '交流重点工作'],
    ['召开区政府常务会议', undefined],
  ])('%s', (text, topic) => {
    expect(readTopic(said(text))).toBe(topic);
  });
});

describe('谁召集、谁主持、受谁委托', () => {
  test.each([
    ['由我召集并主持', '孙丽华', '孙丽华', undefined],
    ['受区长委托，由我主持召开常务会议', '孙丽华', '孙丽华', '钱立群'],
    ['由钱立群区长主持，审议预算', '钱立群', '钱立群', undefined],
    ['周海涛副区长召集，吴敏副区长主持', '周海涛', '吴敏', undefined],
    ['主持人：钱立群', '钱立群', '钱立群', undefined],
  ])('%s', (text, convener, presider, mandator) => {
    const hosts = readHosts(said(text), sender);
    expect(hosts.convener?.name).toBe(convener);
    expect(hosts.presider?.name).toBe(presider);
    expect(hosts.mandator === true ? true : hosts.mandator?.name).toBe(mandator);
  });
});

describe('议题名称', () => {
  test.each([
    ['提请3月20日区政府常务会议研究《农村供水保障方案》，《议题审批表》已盖章', '《农村供水保障方案》'],
    ['请把农村供水保障工作列入4月30日区政府常务会议议题', '农村供水保障工作'],
    ['4月30日常务会加一个议题，研究防汛工作', '防汛工作'],
    ['提请常务会议研究', undefined],
  ])('%s', (text, title) => {
    expect(readTitle(said(text))).toBe(title);
  });
});
