// Holds an API description to the rules of OpenAPI: node openapi.js FILE
import { createConfig, formatProblems, getTotals, lint } from '@redocly/openapi-core';

const config = await createConfig({ extends: ['spec', 'recommended'], rules: { 'no-server-example.com': 'off' } });
const problems = await lint({ ref: process.argv[2], config });
if (getTotals(problems).errors > 0) {
    formatProblems(problems, { format: 'stylish', totals: getTotals(problems), version: '' });
    process.exit(1);
}
