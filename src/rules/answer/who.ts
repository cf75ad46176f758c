/** Leads that name people: who signs, who stands in, who oversees. */
import { isDeputyMayor, sayPerson } from '../../core/roster.ts';
import type { ProvisionOf } from '../schema.ts';
import type { Lead, Point } from './context.ts';
import {
  awayLead,
  holderOf,
  leadersNamed,
  namesNow,
  overseer,
  partiesOf,
  standInFor,
  unitNamed,
  unitOf,
} from './people.ts';

/** Who it is by name, before the rule's sentence; `null` where no name is asked for. */
export function whoLead(point: Point): Lead | null {
  const { provision, topic } = point;
  switch (provision.value.kind) {
    case 'stand-in':
      return standInLead(point, provision.value);
    case 'portfolio':
      return topic === 'other.deputy-mayors' ? portfolioLead(point) : null;
    case 'submission':
      return submissionLead(point);
    case 'minutes':
    case 'minutes-mandate':
      return minutesLead(point);
    default:
      return null;
  }
}

function standInLead({ asked, part, provision }: Point, value: ProvisionOf<'stand-in'>['value']): Lead | null {
  if (value.of === 'mayor') {
    if (part.form.may && /以外|之外|其他|别的|另外|另一|不管常务|非常务|换[个成]/.test(asked.text)) {
      const others = provision.says.includes('其他副区长');
      return { text: others ? '可以，也可委托其他副区长主持。' : '规则未规定可由其他副区长主持。' };
    }
    const mayor = asked.roster.at('mayor')[0];
    const standIn = mayor && standInFor(mayor, asked);
    return standIn
      ? {
          named: true,
          text: `由${value.by === 'executive-deputy-mayor' ? '负责常务工作的副区长' : ''}${standIn.by.name}主持。`,
        }
      : null;
  }
  const pairs = leadersNamed(asked)
    .filter(isDeputyMayor)
    .flatMap((person) => {
      const standIn = standInFor(person, asked);
      return standIn ? [`${sayPerson(person)}由${sayPerson(standIn.by)}补位`] : [];
    });
  return pairs.length > 0 ? { named: true, text: `${pairs.join('；')}。` } : null;
}

function portfolioLead({ asked }: Point): Lead | null {
  const units = [...new Set(asked.units.map(({ unit }) => unit))].filter((u) => asked.roster.overseerOf(u));
  if (units.length > 1) {
    const overseen = units.flatMap((u) => {
      const person = asked.roster.overseerOf(u);
      return person ? [`${u}由${sayPerson(person)}分管`] : [];
    });
    return { text: `${overseen.join('，')}。` };
  }
  const unit = unitNamed(asked) ?? (leadersNamed(asked).length === 0 ? unitOf(asked) : undefined);
  const person = unit ? asked.roster.overseerOf(unit) : undefined;
  if (unit && person) return { text: `${unit}由${sayPerson(person)}分管。` };
  const fields = leadersNamed(asked).flatMap((p) =>
    p.oversees?.length ? [`${sayPerson(p)}分管${p.oversees.join('、')}`] : [],
  );
  return fields.length > 0 ? { text: `${fields.join('；')}。` } : null;
}

function submissionLead(point: Point): Lead | null {
  const { asked } = point;
  const person = overseer(asked);
  if (!person) return null;
  const away = awayLead(person, asked, '审批');
  if (away) return { ...away, named: true };
  return { named: true, text: `由分管${unitOf(asked) ?? ''}的${sayPerson(person)}审批。` };
}

/** 周副区长主持的专题会，纪要谁签: the presider or the one who commissioned is named in the question. */
/** 签了就能印吧、没别的了吧: is that all there is to it? */
const SUFFICES = /就(?:能|行|可以|算|成)|没别的|够不够|够了|还要不要/;

/** 主持人签了就能印吧: not where some matters need more. */
function sufficesLead({ asked, provision }: Point): Lead | null {
  const more = SUFFICES.test(asked.text) && asked.book.find('minutes-subjects');
  if (!more || provision.value.kind !== 'minutes' || !provision.value.meetings.includes('special')) return null;
  return { text: '不一定。', after: more.says, also: [more] };
}

function minutesLead(point: Point): Lead | null {
  const { asked, provision, part } = point;
  const party = partiesOf(provision).at(-1);
  const more = sufficesLead(point);
  if (more && !part.form.who) return more;
  if (!part.form.who) return null;
  if (party === 'overseeing-deputy-mayor') {
    const person = asked.people.find(({ candidates, to }) => OVERSEES.test(asked.text.slice(to)) && candidates[0])
      ?.candidates[0];
    return person ? { named: true, text: `由${sayPerson(person)}签发。` } : null;
  }
  if (party !== 'presider' && party !== 'mandator') return null;
  const role = party === 'presider' ? /^[一-鿿]{0,4}?(?:主持|召开|召集|开的|开了|组织)/ : /^委托/;
  const named = asked.people.find(({ candidates, to }) => candidates.length === 1 && role.test(asked.text.slice(to)));
  const person = named?.candidates[0];
  return person
    ? { named: true, text: `由${sayPerson(person)}${provision.value.kind === 'minutes' ? '签发' : '审签'}。` }
    : null;
}

/** 戚敏副区长分管口的专题会 */
const OVERSEES = /^(?:副?区长)?[^，。]{0,2}(?:分管|主管|负责)/;

/** The names to set after the rule's sentence, and who acts where the last of them is away. */
export function namesAfter(point: Point): Lead | null {
  const { asked, provision } = point;
  const last = partiesOf(provision).at(-1);
  const person = last && holderOf(last, asked)?.person;
  const away = person ? awayLead(person, asked, '代行') : null;
  const text = namesNow(point);
  if (!text && !away) return null;
  return { text: `${text}${away?.text ?? ''}`, ...(away?.also && { also: away.also }) };
}
