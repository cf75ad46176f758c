/**
 * Topics: the points that people ask about, the same for every district. A provision lists the topics it
 * answers, a module lists those on which its rule is silent; the loader refuses a module that forgets one.
 * So a question is read once, without regard to the district, and answered from that district's provisions alone.
 */
import { CONDUCT_TOPICS } from './topics/conduct.ts';
import { DOCUMENT_TOPICS } from './topics/document.ts';
import { MEETING_TOPICS } from './topics/meeting.ts';
import type { Topic } from './topics/topic.ts';

export const TOPICS: readonly Topic[] = [...MEETING_TOPICS, ...DOCUMENT_TOPICS, ...CONDUCT_TOPICS];

const BY_ID: ReadonlyMap<string, Topic> = new Map(TOPICS.map((t) => [t.id, t]));

export const topicById = (id: string): Topic | undefined => BY_ID.get(id);

/** Expands `leave.{town,zone-head}.{route,notice}` into its topics; a plain id stands for itself. */
export function expandTopics(pattern: string): string[] {
  const m = /^(.*?)\{([^}]*)\}(.*)$/.exec(pattern);
  if (!m) return [pattern];
  return (m[2] ?? '').split(',').flatMap((choice) => expandTopics(`${m[1]}${choice.trim()}${m[3]}`));
}
