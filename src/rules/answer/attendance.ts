/** 参加、列席: whether somebody attends a meeting, as one of its members, always or only when called in. */
import { MEETINGS } from '../../core/vocabulary.ts';
import { isYesNo } from '../../language/question/form.ts';
import type { QuestionPart } from '../../language/question.ts';
import type { ProvisionOf } from '../schema.ts';
import type { Party } from '../terms.ts';
import type { Attendant } from '../value.ts';
import { actorsIn } from './actors.ts';
import type { Asked, Lead, Point } from './context.ts';

type Attendance = ProvisionOf<'meeting-members'> | ProvisionOf<'meeting-observers'>;
type Lists = (attendant: Attendant) => boolean;

/** Bodies outside the roster that rules call in, each in its several names. */
const BODIES: readonly RegExp[] = [
  /法律顾问/,
  /人武部|人民武装部/,
  /人大/,
  /政协/,
  /纪委|监委/,
  /监察局/,
  /法院/,
  /检察院/,
  /群众代表|公众代表|群众|公众/,
  /民主党派/,
  /工商联/,
  /新闻单位|记者|媒体/,
  /人民团体/,
];

/** The provisions on who attends the meeting that a yes-or-no question names, those that list whom it asks about. */
export function attendancePoints(part: QuestionPart, points: readonly Point[], asked: Asked): Point[] {
  const [first] = points;
  const kind = part.kinds[0];
  const lists = first && isAttendance(first.provision) && isYesNo(part.form) ? listsAsked(asked) : null;
  if (!first || !kind || !lists) return [...points];
  const known: Attendance[] = [...asked.book.byKind('meeting-members'), ...asked.book.byKind('meeting-observers')];
  const listing = known.find((p) => p.value.meeting === kind && attendantsOf(p).some(lists));
  return listing ? [{ ...first, provision: listing }] : [...points];
}

/** 是、固定列席、根据需要安排 or 不是, as the provision lists whom the question asks about. */
export function attendanceLead({ asked, part, provision }: Point): Lead | null {
  if (!isAttendance(provision) || !isYesNo(part.form)) return null;
  const lists = listsAsked(asked);
  const attendants = attendantsOf(provision);
  if (!lists || attendants.includes('named-units')) return null;
  const { value } = provision;
  const meeting = MEETINGS[value.meeting];
  const listed = attendants.find(lists);
  if (value.kind === 'meeting-members') {
    if (listed === undefined) return { text: `不是，不在${meeting}的组成人员之列。` };
    return asked.text.includes('列席') && !asked.text.includes('出席')
      ? { text: '是组成人员，应当出席。' }
      : { text: '是。' };
  }
  const always = asked.text.includes('固定') || /每次|都要|必须/.test(asked.text);
  if (value.standing) {
    if (listed !== undefined) return { text: asked.text.includes('列席') ? '是。' : '固定列席。' };
    return { text: '不是，不在固定列席之列。' };
  }
  if (listed === undefined) return null;
  const how = typeof listed === 'string' ? '根据需要安排' : '根据需要安排或邀请';
  if (always) return { text: `不是固定列席，${how}。` };
  return { text: part.form.may ? `可以，${how}。` : `不固定列席，${how}。` };
}

const isAttendance = (p: Point['provision']): p is Attendance =>
  p.value.kind === 'meeting-members' || p.value.kind === 'meeting-observers';

const attendantsOf = ({ value }: Attendance): readonly Attendant[] =>
  value.kind === 'meeting-members' ? value.members : value.observers;

/** Whether an attendant of a rule is the one asked about; `null` where the question asks about nobody in particular. */
function listsAsked({ text, units, people, asker, roster }: Asked): Lists | null {
  const body = BODIES.find((words) => words.test(text));
  if (body) return (a) => typeof a !== 'string' && 'name' in a && body.test(a.name);
  const unit = units[0]?.unit;
  const position =
    actorsIn(text) ?? positionNamed(people) ?? (/我(?!区)|咱/.test(text) ? asker && [asker.position] : undefined);
  const head = unit && !actorsIn(text) ? roster.headOf(unit)?.position : undefined;
  const parties: readonly Party[] = [...(position ?? []), ...(head ? [head] : [])];
  if (!unit && parties.length === 0) return null;
  return (a) => (typeof a === 'string' ? parties.includes(a) : 'unit' in a && isUnit(a.unit, unit, parties));
}

const isUnit = (listed: string, unit: string | undefined, parties: readonly Party[]): boolean =>
  listed === unit || (listed === '司法局' && parties.includes('justice-bureau'));

const positionNamed = (people: Asked['people']): readonly Party[] | undefined => {
  const named = people.find(({ candidates, how }) => candidates.length > 0 && how !== 'self')?.candidates[0];
  return named && [named.position];
};
