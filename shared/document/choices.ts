/** Choices for a document. Apart from its data, which only those need who make it. */
import * as z from 'zod';

export const deliveryKind = z.enum(['interim', 'final']);

export const pageSize = z.enum(['a4', 'us-letter']);

/** Maximum number of organisations' logos in a document: each takes memory while it is set. */
export const maxLogos = 500;
