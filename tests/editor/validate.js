// node validate.js SCHEMA FILE...: a line `file: valid` or `file: invalid MESSAGE` for each YAML or JSON file.
const fs = require('fs');
const Ajv = require('ajv');
const yaml = require('yaml');

const schema = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const validate = new Ajv({ strict: false }).compile(schema);
for (const path of process.argv.slice(3)) {
  const valid = validate(yaml.parse(fs.readFileSync(path, 'utf8')));
  const problem = valid ? '' : ` ${validate.errors[0].instancePath} ${validate.errors[0].message}`;
  console.log(`${path}: ${valid ? 'valid' : 'invalid'}${problem}`);
}
