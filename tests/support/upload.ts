/** What the stand-ins of all platforms make of an upload. */
import type { IncomingMessage } from 'node:http';

export interface Upload {
  name: string;
  bytes: Buffer;
  fields: Record<string, string>;
}

/** A `multipart/form-data` body; `undefined` for anything else, or where the field has no file. */
export async function readUpload(req: IncomingMessage, body: Buffer, field: string): Promise<Upload | undefined> {
  const type = req.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return undefined;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const file = form.get(field);
  if (!(file instanceof File)) return undefined;
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()), fields: Object.fromEntries(fields) };
}
