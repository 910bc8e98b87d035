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
    // What a page shows hangs on the language that was chosen in it, never on the machine's.
    'no-restricted-syntax': [
        'error',
        ...[
            'CallExpression[callee.property.name=/^toLocale(String|DateString|TimeString)$/]',
            'CallExpression[callee.property.name=/^(localeCompare|toLocale(Upper|Lower)Case)$/]',
            'NewExpression[callee.object.name="Intl"][arguments.length=0]',
            'NewExpression[callee.object.name="Intl"] > Identifier[name="undefined"]',
        ].map((selector) => ({ selector, message: 'Name the language (model/units.js has number and moment).' })),
    ],
};

/** @param {string} regex what a file here must not import */
const without = (regex) => ({ 'no-restricted-imports': ['error', { patterns: [{ regex }] }] });

export default [
    { ignores: ['**/node_modules/**', '**/*.d.ts'] },
    { files: ['web/**/*.js'], rules: sizes },
    { files: ['**/*.js'], rules: sound },
    // The model knows neither page nor map and imports nothing by a bare name; panels and map know the model only.
    { files: ['web/model/**/*.js'], rules: without('^[^.]|/map/|/panels/|/api\\.js$') },
    { files: ['web/panels/**/*.js'], rules: without('/map/|/api\\.js$|^leaflet$') },
    { files: ['web/map/**/*.js'], rules: without('/panels/|/api\\.js$|^lit') },
];
