/**
 * Runs at the edge before the cache is looked into (CloudFront Functions, runtime 2.0, no imports). Says who asks, and
 * brings what browsers write in a hundred ways into few forms that mean the same to `functions/public-api/negotiate.ts`.
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
  const { request, viewer } = event;
  const { headers } = request;
  // Whatever the client wrote there is overwritten.
  headers['x-undersigned-viewer'] = { value: viewer.ip };
  // CloudFront answers to the names of this distribution alone. The console, which cannot know them, is told.
  headers['x-undersigned-site'] = { value: `https://${headers.host.value}` };
  if (headers.accept) headers.accept = { value: wantedForm(headers.accept.value) };
  const languages = headers['accept-language'];
  if (languages) headers['accept-language'] = { value: wantedTags(languages.value) };
  return request;
}

function wantedForm(accept) {
  if (/\btext\/html\b/i.test(accept)) return 'text/html';
  return /\bapplication\/([a-z.]+\+)?json\b/i.test(accept) ? 'application/json' : '*/*';
}

/** The five tags that are wanted most, in that order, without their weights. */
function wantedTags(header) {
  return header
    .slice(0, 500)
    .split(',')
    .map((part, place) => {
      const pieces = part.split(';').map((piece) => piece.trim());
      const weight = pieces.slice(1).find((piece) => piece.startsWith('q='));
      return { tag: pieces[0], weight: weight === undefined ? 1 : Number(weight.slice(2)), place };
    })
    .filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag) && weight > 0 && weight <= 1)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, 5)
    .map(({ tag }) => tag.toLowerCase())
    .join(',');
}
