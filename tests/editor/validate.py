#!/usr/bin/env python3
"""validate.py SCHEMA FILE...: a line `file: valid` or `file: invalid MESSAGE` for each YAML or JSON file."""
import json
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML 1.2 has no dates; all keys are texts."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, test) for tag, test in rules if "timestamp" not in tag]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def plain(node):
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    return [plain(each) for each in node] if isinstance(node, list) else node


with open(sys.argv[1], encoding="utf-8") as file:
    validator = jsonschema.Draft7Validator(json.load(file))
validator.check_schema(validator.schema)
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        # YAML 1.1 reads 1e+16 as a text.
        tree = json.load(file) if path.endswith(".json") else plain(yaml.load(file, Loader))
        problem = next(validator.iter_errors(tree), None)
    print(f"{path}: " + ("valid" if problem is None else "invalid " + problem.message[:120].replace("\n", " ")))
