/** The body of a letter as paragraphs of a Word file. */
import { AlignmentType, type ILevelsOptions, LevelFormat, Paragraph, TextRun } from 'docx';
import type { Block, Inline } from '../../shared/letter/blocks.ts';
import { type Direction, runsOf as textRuns } from './word-runs.ts';

interface Numbering {
  readonly reference: string;
  readonly levels: ILevelsOptions[];
}

interface Place {
  /** Depth of quotations and lists around it. */
  readonly depth: number;
  readonly item?: { readonly reference: string; readonly level: number };
}

interface RunStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** In twentieths of a point. */
const indent = 500;

/** @returns the paragraphs, and the numbering of their lists, which the file declares elsewhere */
export function bodyOf(
  blocks: readonly Block[],
  { rightToLeft, italic }: { rightToLeft: boolean; italic: boolean },
): { paragraphs: Paragraph[]; numbering: Numbering[] } {
  const numbering: Numbering[] = [];
  const around: Direction = rightToLeft ? 'rtl' : 'ltr';
  // Scripts without italics have bold letters instead.
  const emphasis: RunStyle = italic ? { italics: true } : { bold: true };

  const write = (block: Block, place: Place): Paragraph[] => {
    switch (block.type) {
      case 'paragraph':
        return [paragraphOf(runsOf(block.children, {}), place)];
      case 'heading':
        return [paragraphOf(runsOf(block.children, { bold: true }), place, true)];
      case 'quote':
        return block.children.flatMap((child) => write(child, { depth: place.depth + 1 }));
      case 'rule':
        return [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun('* * *')] })];
      case 'list': {
        const reference = `list-${numbering.length + 1}`;
        const level = Math.min(place.depth, 8);
        numbering.push({ reference, levels: [levelOf(block.ordered, block.start ?? 1, level)] });
        return block.items.flatMap((item) =>
          item.flatMap((child, index) =>
            write(child, { depth: place.depth + 1, ...(index === 0 ? { item: { reference, level } } : {}) }),
          ),
        );
      }
    }
  };

  const paragraphOf = (children: TextRun[], { depth, item }: Place, keepNext = false) =>
    new Paragraph({
      bidirectional: rightToLeft,
      keepNext,
      spacing: { after: 160 },
      ...(item ? { numbering: item } : depth > 0 ? { indent: { start: depth * indent, end: depth * indent } } : {}),
      children,
    });

  const runsOf = (inlines: readonly Inline[], style: RunStyle): TextRun[] =>
    inlines.flatMap((inline) => runOf(inline, style));

  const runOf = (inline: Inline, style: RunStyle): TextRun[] => {
    switch (inline.type) {
      case 'text':
        return textRuns(inline.text, around, style);
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'strong':
        return runsOf(inline.children, { ...style, bold: true });
      case 'emphasis':
        return runsOf(inline.children, { ...style, ...emphasis });
      case 'link':
        return [...runsOf(inline.children, style), ...addressAfter(inline, around)];
    }
  };

  return { paragraphs: blocks.flatMap((block) => write(block, { depth: 0 })), numbering };
}

/** The address is written out: a file that is printed or passed on as text keeps it. */
function addressAfter({ href, children }: Extract<Inline, { type: 'link' }>, around: Direction): TextRun[] {
  const [only] = children;
  const isShown = children.length === 1 && only?.type === 'text' && only.text.trim() === href;
  return isShown ? [] : textRuns(` (\u2068${href}\u2069)`, around);
}

function levelOf(isOrdered: boolean, start: number, level: number): ILevelsOptions {
  const left = (level + 1) * indent;
  return {
    level,
    start,
    format: isOrdered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: isOrdered ? `%${level + 1}.` : '•',
    style: { paragraph: { indent: { start: left, hanging: indent / 2 } } },
  };
}
