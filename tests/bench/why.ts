/** Why a route takes more than three times as long as validating a submission does, found by profiling. */
export const whyAbove: Readonly<Record<string, string>> = {};
