const sizes = {
    'max-lines': ['error', 250],
    'max-lines-per-function': ['error', 40],
};
const sound = {
    'no-undef': 'off',
    'no-unused-vars': 'error',
    'prefer-const': 'error',
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-eval': 'error',
    'no-implied-eval': 'error',
};

/** @param {...string} patterns */
const without = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default [
    { ignores: ['**/node_modules/**', '**/*.d.ts'] },
    { files: ['web/**/*.js'], rules: sizes },
    { files: ['**/*.js'], rules: sound },
    // model knows neither the page nor the map; panels and map know the model only.
    { files: ['web/model/**/*.js'], rules: without('[a-z]*', '**/map/*', '**/panels/*', '**/api.js') },
    { files: ['web/panels/**/*.js'], rules: without('**/map/*', '**/api.js', 'leaflet') },
    { files: ['web/map/**/*.js'], rules: without('**/panels/*', '**/api.js', 'lit', 'lit/*') },
];
