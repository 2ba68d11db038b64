/**
 * Writes a mail of texts in one pass. `build` of nodemailer sends each part through a chain of streams, which takes five
 * times as long: docs/decisions/097-mails-without-streams.md. The headers and the encodings are nodemailer's.
 */
import { encode as encodeBase64, wrap as wrapBase64 } from 'nodemailer/lib/base64';
import type MimeNode from 'nodemailer/lib/mime-node';
import { encode as encodeQuoted, wrap as wrapQuoted } from 'nodemailer/lib/qp';

/**
 * @param node a compiled mail with at least two alternatives, all of them strings
 * @returns the bytes that `node.build()` returns; a line that ends with spaces at the end of a text is broken elsewhere
 * @throws when a part is a file or a stream
 */
export function writeTexts(node: MimeNode): Buffer {
  if (node.childNodes.length === 0) throw new Error('only texts with alternatives can be written in one pass');
  return Buffer.from(writePart(node));
}

function writePart(node: MimeNode): string {
  // Also sets what kind of part it is.
  const headers = node.buildHeaders();
  const start = `${headers}\r\n\r\n${writeContent(node)}`;
  if (!node.multipart) return start;
  const parts = node.childNodes.map((child) => `--${node.boundary}\r\n${writePart(child)}\r\n`);
  return `${start}${parts.join('')}--${node.boundary}--\r\n`;
}

function writeContent(node: MimeNode): string {
  const { content = '' } = node;
  if (typeof content !== 'string') throw new Error('only texts can be written in one pass');
  switch (node.getTransferEncoding()) {
    case 'quoted-printable':
      return wrapQuoted(encodeQuoted(content));
    case 'base64':
      return wrapBase64(encodeBase64(content));
    default:
      return content;
  }
}
