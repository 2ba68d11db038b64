/** The tree that a letter's body is compiled into: what an author may use, and nothing else. */
import * as z from 'zod';

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] };

export type Block =
  | { type: 'paragraph' | 'heading'; children: Inline[] }
  | { type: 'quote'; children: Block[] }
  /** `start` is the number of the first item, if it is not 1. */
  | { type: 'list'; ordered: boolean; start?: number | undefined; items: Block[][] }
  | { type: 'rule' };

const inline: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: z.string() }),
    z.object({ type: z.literal('break') }),
    z.object({ type: z.enum(['strong', 'emphasis']), children: z.array(inline) }),
    z.object({ type: z.literal('link'), href: z.string(), children: z.array(inline) }),
  ]),
);

export const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.enum(['paragraph', 'heading']), children: z.array(inline) }),
    z.object({ type: z.literal('quote'), children: z.array(block) }),
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int().min(0).max(999_999_999).optional(),
      items: z.array(z.array(block)),
    }),
    z.object({ type: z.literal('rule') }),
  ]),
);
