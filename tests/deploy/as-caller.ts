/** Deploys with the caller's own credentials. */
import { type AppProps, CliCredentialsStackSynthesizer, type IReusableStackSynthesizer } from 'aws-cdk-lib';

/** The class implements the interface, but its type allows `undefined` where the interface does not. */
const isReusable = (synthesizer: unknown): synthesizer is IReusableStackSynthesizer =>
  synthesizer instanceof CliCredentialsStackSynthesizer;

export function asCaller(): AppProps {
  const synthesizer: unknown = new CliCredentialsStackSynthesizer();
  return isReusable(synthesizer) ? { defaultStackSynthesizer: synthesizer } : {};
}
