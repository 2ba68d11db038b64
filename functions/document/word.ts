/** The letter and all who signed it as a Word file, for offices that work with those. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { type DocumentData, documentData } from '../../shared/document/document-data.ts';
import { type Texts, textsFor } from '../../shared/text/catalogue.ts';
import { letterView } from './letter-view.ts';
import { oneLine } from './text.ts';
import { bodyOf } from './word-body.ts';
import { fontsOf } from './word-fonts.ts';
import { type Direction, runsOf } from './word-runs.ts';
import { finishedZip } from './word-zip.ts';

type View = ReturnType<typeof letterView>;

/** In twentieths of a point. */
const sizes = { a4: { width: 11906, height: 16838 }, 'us-letter': { width: 12240, height: 15840 } };
const margin = { top: 1361, bottom: 1474, left: 1417, right: 1417 };

/**
 * The same text, names and order as in the PDF. The same data gives the same bytes.
 *
 * @throws a ZodError when the data is not that of a document
 */
export async function makeWordDocument(unchecked: DocumentData): Promise<{ bytes: Uint8Array }> {
  const data = documentData.parse(unchecked);
  const texts = await textsFor(data.letter.language);
  const view = letterView(data, texts);
  const { paragraph, heading, lines } = writer(view);
  const body = bodyOf(view.blocks, view);
  const page = { size: sizes[data.pageSize], margin };
  const footers = { default: pageNumbers(texts, view) };
  const sections = [
    {
      properties: { page },
      footers,
      children: [
        paragraph(view.sender.organisation, { bold: true, after: 360 }),
        paragraph(view.date, { align: 'end', after: 240 }),
        ...view.addressees.map(({ name, lines: rest }) => lines([name, ...rest], { firstBold: true, after: 240 })),
        heading(view.title, 1),
        ...(view.translation === null ? [] : [paragraph(view.translation, { italics: view.italic })]),
        paragraph(view.salutation),
        ...body.paragraphs,
        ...(view.closing === null ? [] : [paragraph(view.closing, { after: 900 })]),
        lines([view.sender.signatory, ...(view.sender.role ? [view.sender.role] : []), view.sender.organisation], {
          firstBold: true,
        }),
        heading(view.list.title, 1),
        paragraph(view.list.summary),
      ],
    },
    ...view.list.sections.flatMap((section) => [
      ...(section.heading === null
        ? []
        : [{ properties: { page, type: SectionType.CONTINUOUS }, children: [heading(section.heading, 2)] }]),
      {
        properties: { page, type: SectionType.CONTINUOUS, column: { count: 2, space: 500 } },
        children: section.groups.flatMap((group) => [
          ...(group.heading === null ? [] : [heading(group.heading, 3)]),
          ...group.entries.map(({ name, details }) =>
            lines([name, ...details.map((parts) => parts.join(view.comma))], {
              firstBold: true,
              small: true,
              after: 160,
            }),
          ),
        ]),
      },
    ]),
    {
      properties: { page, type: SectionType.CONTINUOUS },
      children: [
        ...view.list.notes.map((note) => paragraph(note)),
        ...(view.offices.items.length === 0 ? [] : [heading(view.offices.title, 2)]),
        ...view.offices.items.map((office) => lines([office.name, ...office.lines], { firstBold: true, small: true })),
        ...view.frozen.lines.map((line) => paragraph(line, { small: true, keepNext: true })),
        lines([view.frozen.hashLabel, view.frozen.hash], { small: true, keepNext: true }),
        lines([view.frozen.checkLabel, view.frozen.url], { small: true }),
      ],
    },
  ];
  const document = new Document({
    title: view.documentTitle,
    creator: view.author,
    lastModifiedBy: view.author,
    description: oneLine(data.letter.title),
    numbering: { config: body.numbering },
    styles: {
      default: {
        document: {
          run: {
            size: 22,
            font: fontsOf(data.letter.language),
            language: languageOf(data.letter.language, view.rightToLeft),
          },
        },
        ...Object.fromEntries(
          (['heading1', 'heading2', 'heading3'] as const).map((style, index) => [
            style,
            { run: { size: [30, 24, 20][index] ?? 20, bold: true, color: '1a1a1a' } },
          ]),
        ),
      },
    },
    sections,
  });
  const at = new Date(data.frozen.at);
  return { bytes: finishedZip(await Packer.toBuffer(document), { at, rightToLeft: view.rightToLeft }) };
}

/** Word stores the language of right-to-left text separately. */
function languageOf(tag: string, isRightToLeft: boolean) {
  return isRightToLeft ? { bidirectional: tag } : { value: tag, eastAsia: tag };
}

interface Style {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly firstBold?: boolean;
  readonly small?: boolean;
  readonly align?: 'end';
  readonly keepNext?: boolean;
  /** Space below, in twentieths of a point. */
  readonly after?: number;
}

function writer({ rightToLeft }: View) {
  const around: Direction = rightToLeft ? 'rtl' : 'ltr';
  const runs = (text: string, { bold, italics, small }: Style) =>
    runsOf(text, around, {
      ...(bold ? { bold } : {}),
      ...(italics ? { italics } : {}),
      ...(small ? { size: 18, sizeComplexScript: 18 } : {}),
    });
  const paragraph = (text: string, style: Style = {}) =>
    new Paragraph({
      bidirectional: rightToLeft,
      keepNext: style.keepNext === true,
      spacing: { after: style.after ?? 160 },
      ...(style.align ? { alignment: AlignmentType.END } : {}),
      children: runs(text, style),
    });
  const lines = (texts: readonly string[], style: Style = {}) =>
    new Paragraph({
      bidirectional: rightToLeft,
      keepLines: true,
      keepNext: style.keepNext === true,
      spacing: { after: style.after ?? 160 },
      children: texts.flatMap((text, index) => [
        ...(index > 0 ? [new TextRun({ break: 1 })] : []),
        ...runs(text, { ...style, bold: index === 0 && style.firstBold === true }),
      ]),
    });
  const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
  const heading = (text: string, level: keyof typeof levels) =>
    new Paragraph({
      bidirectional: rightToLeft,
      heading: levels[level],
      keepNext: true,
      spacing: { before: 300, after: 120 },
      children: runs(text, {}),
    });
  return { paragraph, heading, lines };
}

function pageNumbers(texts: Texts, { rightToLeft }: View): Footer {
  const parts = texts.text('document.page').split(/(\{pages?\})/);
  const children = parts.map((part) =>
    part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : part,
  );
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        bidirectional: rightToLeft,
        children: [new TextRun({ children, size: 16, rightToLeft })],
      }),
    ],
  });
}
