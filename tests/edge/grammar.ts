/**
 * The language of CloudFront Functions, runtime 2.0, as AWS lists it. Node runs much more, so code for the edge is checked
 * by this list instead of by running it in Node.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
import { transformSync } from 'esbuild';
import ts from 'typescript';

/** ES 5.1, and the additions that the page lists. */
const syntax = [
  'SourceFile EndOfFileToken',
  'VariableStatement VariableDeclarationList VariableDeclaration FunctionDeclaration FunctionExpression ArrowFunction Parameter',
  'Block EmptyStatement ExpressionStatement IfStatement DoStatement WhileStatement ForStatement ForInStatement ReturnStatement',
  'BreakStatement ContinueStatement LabeledStatement SwitchStatement CaseBlock CaseClause DefaultClause ThrowStatement',
  'TryStatement CatchClause Identifier StringLiteral NumericLiteral RegularExpressionLiteral TrueKeyword FalseKeyword',
  'NullKeyword ThisKeyword ArrayLiteralExpression OmittedExpression ObjectLiteralExpression PropertyAssignment',
  'PropertyAccessExpression ElementAccessExpression CallExpression NewExpression ParenthesizedExpression',
  'PrefixUnaryExpression PostfixUnaryExpression BinaryExpression ConditionalExpression DeleteExpression TypeOfExpression',
  'VoidExpression EqualsGreaterThanToken QuestionToken ColonToken DotDotDotToken',
  'NoSubstitutionTemplateLiteral TemplateExpression TemplateHead TemplateMiddle TemplateTail TemplateSpan',
  'AsyncKeyword AwaitExpression',
].join(' ');
const allowedSyntax = new Set(syntax.split(' '));

/** Without the aliases at the ends of ranges. */
const nameOfKind = new Map(
  Object.entries(ts.SyntaxKind).flatMap(([name, kind]) => (/^(First|Last)/.test(name) ? [] : [[kind, name] as const])),
);

/** Those of ES 5.1, and the exponent. Without `??` and the assignments that go with it. */
const allowedOperators = new Set(
  '+ - * / % ** = += -= *= /= %= **= < > <= >= == != === !== << >> >>> & | ^ <<= >>= >>>= &= |= ^= && || , in instanceof'.split(
    ' ',
  ),
);

/** Methods on a value of any type. */
const methods = new Set(
  [
    'hasOwnProperty isPrototypeOf propertyIsEnumerable toString valueOf',
    'charAt concat indexOf lastIndexOf match replace search slice split substr substring toLowerCase trim toUpperCase',
    'codePointAt endsWith includes repeat startsWith padStart padEnd trimStart trimEnd replaceAll',
    'toExponential toFixed toPrecision apply bind call exec test',
    'every filter forEach join map pop push reduce reduceRight reverse shift some sort splice unshift',
    'copyWithin fill find findIndex catch finally then',
    'getTime getFullYear getMonth getDate getDay getHours getMinutes getSeconds getMilliseconds getTimezoneOffset toISOString',
    'getUTCFullYear getUTCMonth getUTCDate getUTCDay getUTCHours getUTCMinutes getUTCSeconds getUTCMilliseconds',
  ]
    .join(' ')
    .split(' '),
);

/** Members of global objects; an empty list allows only the object itself, as `Number(x)`. */
const globals: Readonly<Record<string, string>> = {
  Object:
    'create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames ' +
    'getPrototypeOf isExtensible isFrozen isSealed keys preventExtensions seal assign entries values',
  String: 'fromCharCode fromCodePoint',
  Number:
    'isFinite isInteger isNaN isSafeInteger parseInt parseFloat EPSILON MAX_SAFE_INTEGER MIN_SAFE_INTEGER MAX_VALUE ' +
    'MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY',
  Boolean: '',
  Array: 'isArray of',
  JSON: 'parse stringify',
  Date: 'now parse UTC',
  RegExp: '',
  Promise: 'all allSettled any reject resolve race',
  Math: Object.getOwnPropertyNames(Math)
    .filter((name) => !['f16round', 'sumPrecise'].includes(name))
    .join(' '),
  console: 'log',
  Error: '',
  EvalError: '',
  RangeError: '',
  ReferenceError: '',
  SyntaxError: '',
  TypeError: '',
  URIError: '',
  decodeURI: '',
  decodeURIComponent: '',
  encodeURI: '',
  encodeURIComponent: '',
  isFinite: '',
  isNaN: '',
  parseFloat: '',
  parseInt: '',
  atob: '',
  btoa: '',
  NaN: '',
  Infinity: '',
  undefined: '',
  arguments: '',
};

/** All properties that a value may have in Node, called or not: `[].flat` is as absent as `[].flat()`. */
const methodsOfNode = new Set(
  [Array, String, Number, RegExp, Object, Promise, Function, Date].flatMap((one) =>
    Object.getOwnPropertyNames(one.prototype),
  ),
);
const properties = new Set([
  'length',
  'global',
  'ignoreCase',
  'multiline',
  'source',
  'sticky',
  'flags',
  'lastIndex',
  'name',
]);

/**
 * Size limit of one function, in bytes.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
export const largestFunction = 10_240;

/** @returns a sentence for each construct in the source that CloudFront's engine does not document */
export function grammarFaults(source: string): string[] {
  const bytes = Buffer.byteLength(source);
  const size = bytes > largestFunction ? [`${bytes} bytes are more than ${largestFunction}`] : [];
  return [...new Set([...size, ...esbuildFaults(source), ...treeFaults(source)])];
}

/** Returns constructs that esbuild would have to translate for such an engine, and cannot. */
function esbuildFaults(source: string): string[] {
  const supported = {
    'const-and-let': true,
    'async-await': true,
    arrow: true,
    'template-literal': true,
    'rest-argument': true,
    'exponent-operator': true,
    'regexp-named-capture-groups': true,
  };
  try {
    transformSync(source, { target: 'es5', supported, logLevel: 'silent' });
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/**
 * Returns constructs that esbuild translates silently or that cannot be translated: checks each construct and each
 * name.
 */
function treeFaults(source: string): string[] {
  const file = ts.createSourceFile('function.js', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const declared = new Set<string>();
  const faults: string[] = [];
  const fault = (node: ts.Node, what: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    faults.push(`line ${line + 1}: ${what}`);
  };
  const collect = (node: ts.Node): void => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node);
    if (isDeclaration && node.name && ts.isIdentifier(node.name)) declared.add(node.name.text);
    ts.forEachChild(node, collect);
  };
  const look = (node: ts.Node): void => {
    const kind = nameOfKind.get(node.kind) ?? 'something unknown';
    if (ts.isBinaryExpression(node)) {
      if (!allowedOperators.has(node.operatorToken.getText(file)))
        fault(node, `the operator ${node.operatorToken.getText(file)}`);
      look(node.left);
      look(node.right);
      return;
    }
    if (!allowedSyntax.has(kind)) fault(node, kind);
    lookCloser(node, fault, declared);
    ts.forEachChild(node, look);
  };
  collect(file);
  look(file);
  return faults;
}

function lookCloser(node: ts.Node, fault: (node: ts.Node, what: string) => void, declared: ReadonlySet<string>): void {
  if (ts.isIdentifier(node) && isReference(node) && !declared.has(node.text) && !Object.hasOwn(globals, node.text))
    fault(node, `the name ${node.text}`);
  if (ts.isPropertyAccessExpression(node)) lookAtProperty(node, fault, declared);
  if (ts.isCallExpression(node) && ts.isElementAccessExpression(node.expression))
    fault(node, 'a method by a computed name');
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    if (node.questionDotToken) fault(node, 'optional chaining');
  }
  if (ts.isParameter(node) && node.initializer) fault(node, 'a default for a parameter');
  if (ts.isPropertyAssignment(node) && ts.isComputedPropertyName(node.name)) fault(node, 'a computed name');
  if (ts.isCatchClause(node) && !node.variableDeclaration) fault(node, 'catch without a name');
  if (ts.isFunctionLike(node) && 'asteriskToken' in node && node.asteriskToken) fault(node, 'a generator');
  if ((ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && node.modifiers?.length)
    fault(node, 'an async closure');
  if (ts.isRegularExpressionLiteral(node)) lookAtPattern(node, fault);
}

/** Whether a name stands for a value, and not for a property, a label or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !ts.isLabeledStatement(parent) && !ts.isBreakOrContinueStatement(parent);
}

function lookAtProperty(
  node: ts.PropertyAccessExpression,
  fault: (node: ts.Node, what: string) => void,
  declared: ReadonlySet<string>,
): void {
  const name = node.name.text;
  const { expression, parent } = node;
  if (ts.isIdentifier(expression) && !declared.has(expression.text) && Object.hasOwn(globals, expression.text)) {
    const known = (globals[expression.text] ?? '').split(' ');
    if (!known.includes(name)) fault(node, `${expression.text}.${name}`);
    return;
  }
  const isCalled = ts.isCallExpression(parent) && parent.expression === node;
  if (isCalled ? !methods.has(name) : methodsOfNode.has(name) && !methods.has(name) && !properties.has(name))
    fault(node, `the method ${name}`);
}

/** Allows ES 5.1 with named groups and `y`: no lookbehind, no classes by property, no flags of later years. */
function lookAtPattern(node: ts.RegularExpressionLiteral, fault: (node: ts.Node, what: string) => void): void {
  const [, pattern = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
  if (/[^gimy]/.test(flags)) fault(node, `the flags ${flags} of a regular expression`);
  if (/\(\?<[=!]|\\[pP]\{|\\u\{/.test(pattern)) fault(node, 'a regular expression of a later year');
}
